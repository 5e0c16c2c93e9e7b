"""What customers say: readings out of feedback data, and planned against actual journeys.

From the data to the reader, each step in modules of its own:

`engine`     what an engine has to offer: run SQL text, name a table's columns. Its `Dialect` holds
             the few expressions that engines spell differently.
`engines/`   one file per engine, named by the scheme of its address: `duckdb`, `sqlite`, …
             `open_engine` in each takes the address (files only ever use `duckdb`).
`queries/`   builders of portable SQL, one module per question: CTEs and `CASE` only. They take a
             `Table` and a `Dialect` and give text. Only whole numbers come back, and texts that
             are names of dimensions: never a row, never a cell that is not mapped.
`files/`     finding and reading the files of a source, and where their bad cells are.
`plan`       a metric and its source, checked: what is asked of which columns.
`places`     values in the data as touchpoints, stages and journeys of the maps.
`periods`    whole numbers as weeks, months, quarters and years, and which are closed.
`privacy`    cells that are hidden, and the audit that nothing gives them away.
`readings`   the records that all of it comes to, as outputs receive them.
`running`    asks every question of every source: `measure(…)`.

Means, shares and intervals are made of the counts by the kinds of metric (`cxmap.kinds`) with
`cxmap.intervals`: no engine rounds anything, so all give the same digits.
"""
