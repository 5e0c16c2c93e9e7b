"""Where customers are heard, and who answers them."""

from typing import Annotated, Literal

from cxmap.model.fields import Id, Lasting, Link, Note, Text, listed, needed, said
from cxmap.model.part import Part, Refers, also
from cxmap.model.touchpoint import Metrics
from cxmap.model.when import When


class Response(Part):
    """Who answers an unhappy customer, and how soon."""

    KIND = "response"

    who: Annotated[Text, Refers("team")] | None = said("the team that answers")
    within: Lasting | None = said("how soon, such as `1 business day`")
    note: Note | None = said("words beside it")

    @classmethod
    def example(cls) -> str:
        """How a response is written."""
        return "{who: support, within: 1 business day}"


class ListeningPost(Part):
    """A place where customers are heard."""

    KIND = "listening"
    NOUN = "listening post"
    NAMED_BY = ("name", "title")
    ALSO = also(
        {
            "kind": "type",
            "measures": "metric metrics kpi kpis",
            "every": "frequency rhythm review",
            "owner": "team who",
            "respond": "response answer",
            "data": "source",
            "note": "description comment comments",
        }
    )

    id: Id = needed("what other files point at; the slug of `name` by default")
    name: Text | None = said("the name people use")
    title: Text | None = said("the same as `name`")
    kind: (
        Literal["survey", "interview", "review", "social", "contact", "observation", "panel"] | None
    ) = said("how customers are heard")
    stages: tuple[Annotated[Text, Refers("stage")], ...] = listed("where: `journey#stage`")
    touchpoints: tuple[Annotated[Text, Refers("touchpoint")], ...] = listed(
        "where: `journey/touchpoint`"
    )
    measures: Metrics = listed("the metrics it feeds")
    data: Annotated[Text, Refers("data")] | None = said(
        "the file or table behind it: an id under `data`"
    )
    owner: Annotated[Text, Refers("team")] | None = said("the team that runs it")
    every: Lasting | None = said("how often, such as `1 month`")
    when: When | None = said("when, as in a touchpoint")
    respond: Response | None = said("who answers unhappy customers, and how soon")
    tags: tuple[Text, ...] = listed("your own labels")
    links: tuple[Link, ...] = listed("web addresses")
    note: Note | None = said("Markdown, shown in reports")
