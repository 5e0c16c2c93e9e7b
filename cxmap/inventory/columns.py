"""What columns are called: our titles, and the many words that others have for them."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from cxmap.errors import CxmapError
from cxmap.model.journey import Stage
from cxmap.model.touchpoint import Touchpoint
from cxmap.schema.keys import keys_of
from cxmap.words import did_you_mean, slug

STAGE = "stage"
"""The column with the name of the stage; `stage.goal` and the like are its other answers."""

_BETWEEN = re.compile(r"\s*[/&,;|\n]\s*|\s+(?:and|or|und|oder|et|ou|y|o|e)\s+", re.IGNORECASE)

_TITLES = {
    "id": "ID",
    "what": "Touchpoint",
    "how": "Channel",
    "who": "Owner",
    "when": "Timing",
    "with": "Helped by",
    "if": "Only if",
    "stage.if": "Stage only if",
    "stage.id": "Stage ID",
}

_WORDINGS = {
    "stage": """stage; stages; stage name; journey stage; phase; phases; journey phase; step; steps;
        journey step; section; moment in the journey; life cycle stage; lifecycle stage;
        etappe; abschnitt; prozessphase; reisephase; étape; etape; fase; fases; etapa; etapas;
        faza; etap; steg; vaihe; этап; 阶段; 階段; ステージ; フェーズ; 단계""",
    "what": """what; touchpoint; touchpoints; touch point; touch points; touchpoint name;
        contact point; point of contact; interaction; customer interaction; activity; action;
        customer action; customer actions; task; moment; event; description of touchpoint;
        touchpoint description; what happens; kontaktpunkt; berührungspunkt; kundenkontaktpunkt;
        point de contact; points de contact; punto de contacto; ponto de contato;
        ponto de contacto; punto di contatto; contactpunt; contactmoment; punkt styku;
        kontaktpunkter; beröringspunkt; kosketuspiste; точка контакта; точка касания;
        接触点; 触点; タッチポイント; 접점; 터치포인트""",
    "how": """how; channel; channels; medium; media; delivery; delivery method; delivered by;
        delivered via; method; via; contact channel; communication channel; kanal; kanäle; canal;
        canaux; canales; canais; canale; canali; kanaal; kanalen; kanał; kanava; канал; 渠道;
        チャネル; 채널""",
    "who": """who; owner; owners; owned by; who owns it; owner team; team; owning team; department;
        responsible; responsibility; person responsible; responsible team; accountable;
        accountable team; lead team; business owner; process owner; touchpoint owner; function;
        zuständig; verantwortlich; verantwortlicher; verantwortung; abteilung; besitzer;
        responsable; propriétaire; équipe; service responsable; propietario; equipo;
        departamento; responsável; equipe; dono; responsabile; reparto; proprietario;
        verantwoordelijke; eigenaar; afdeling; właściciel; odpowiedzialny; ansvarig; ansvarlig;
        omistaja; владелец; ответственный; 负责人; 負責人; 担当; 担当者; 담당자""",
    "when": """when; timing; time; timeline; timeframe; time frame; deadline; trigger; schedule;
        frequency; when does it happen; due; sla; zeitpunkt; wann; zeit; frist; zeitrahmen;
        quand; moment du contact; délai; échéance; cuándo; cuando; plazo; momento; quando; prazo;
        tempistica; tempi; wanneer; tijdstip; termijn; kiedy; termin; när; tidpunkt; hvornår;
        milloin; когда; срок; 时间; 時間; 時期; タイミング; 시점""",
    "measures": """measures; measure; measured by; measurement; how measured; how we measure; kpi;
        kpis; metric; metrics; kennzahl; kennzahlen; messung; messgröße; indicateur; indicateurs;
        mesure; mesures; métrica; métricas; indicador; indicadores; metrica; metriche;
        indicatore; indicatori; meting; maatstaf; wskaźnik; mierniki; mått; nyckeltal; mittari;
        показатель; метрика; 指标; 指標; 지표""",
    "with": """with; helped by; helpers; supporting team; supporting teams; support team;
        other teams; involved; teams involved; involved teams; unterstützt von; beteiligte;
        beteiligt; équipes associées; équipes impliquées; con; equipos implicados""",
    "contact": "contact person; customer meets; ansprechpartner; interlocuteur",
    "customers": """customers; customer; persona; personas; segment; segments; customer segment;
        audience; kunde; kunden; kundensegment; client; clients; cliente; clientes; klant;
        klanten; 客户; 顧客""",
    "if": "if; only if; condition; conditional on; bedingung; condition préalable; condición",
    "expectation": """expectation; expectations; customer expectation; customer expectations;
        customer need; customer needs; need; needs; bedürfnis; bedürfnisse; kundenbedürfnis;
        kundenbedürfnisse; besoin; besoins; besoin du client; necesidad; necesidades; bisogno;
        bisogni; necessidade; necessidades; behoefte; behoeften; erwartung; erwartungen;
        kundenerwartung;
        attente; attentes; attente du client; expectativa; expectativas; aspettativa;
        aspettative; verwachting; verwachtingen; oczekiwania; ожидания; 期望; 期待""",
    "met": "met; expectation met; expectations met; how met; erwartung erfüllt",
    "standard": """standard; service standard; standards; promise; our promise;
        what good looks like;
        standard di servizio; versprechen; engagement; promesse""",
    "emotion": """emotion; emotions; feeling; feelings; sentiment; mood; how it feels;
        customer emotion; gefühl; emotionen; stimmung; émotion; émotions; ressenti; emoción;
        emociones; emoção; emozione; emozioni; emotie; gevoel; emocje; эмоции; 情绪; 感情; 감정""",
    "based_on": "based on; evidence base; basis",
    "moment_of_truth": """moment of truth; moments of truth; mot; critical; key moment;
        critical moment;
        moment der wahrheit; moment de vérité; momento de la verdad; momento da verdade;
        momento della verità; moment of truth?; moment prawdy""",
    "importance": """importance; priority; importance to customer; importance to the customer;
        wichtigkeit;
        priorität; priorité; importancia; prioridad; importância; importanza; belang""",
    "pains": """pains; pain; pain point; pain points; painpoint; painpoints; problem; problems;
        issue;
        issues; frustration; frustrations; what hurts; schmerzpunkt; schmerzpunkte; probleme;
        irritant; irritants; points de friction; point de douleur; puntos de dolor;
        punto de dolor; dolores; dores; punti dolenti; pijnpunt; pijnpunten; problemy; боли;
        痛点; 痛點; 課題""",
    "works_well": """works well; what works well; delight; delights; positives; what works; gains;
        läuft gut; positives erlebnis; points forts; lo que funciona; ce qui marche""",
    "opportunities": """opportunities; opportunity; idea; ideas; improvement; improvements;
        improvement ideas; solution; solutions; chance; chancen; idee; ideen; verbesserung;
        verbesserungen; opportunité; opportunités; oportunidad; oportunidades; mejora; mejoras;
        melhorias; opportunità; kans; kansen; szanse; возможности; 机会; 機会; 改善案""",
    "evidence": "evidence; physical evidence; artifact; artifacts; artefact; artefacts; props",
    "frontstage": """frontstage; front stage; onstage; frontstage actions; employee actions;
        visible actions""",
    "backstage": "backstage; back stage; backstage actions; behind the scenes; invisible actions",
    "support": """support; support processes; supporting processes; systems; system; tools;
        support systems; technology""",
    "handoff": "handoff; hand off; handover; hand over; übergabe",
    "journey": "drill down; sub journey; linked journey",
    "replaces": "replaces",
    "tags": "tags; tag; label; labels; schlagwörter; étiquettes; etiquetas",
    "links": "links; link; url; urls",
    "note": """note; notes; comment; comments; remark; remarks; bemerkung; bemerkungen; notiz;
        notizen;
        kommentar; anmerkung; commentaire; commentaires; remarque; notas; nota; comentario;
        comentarios; comentários; observações; osservazioni; opmerking; opmerkingen; uwagi;
        примечание; 备注; 備考; 비고""",
    "id": "id; identifier; touchpoint id",
    "stage.goal": "stage goal; customer goal; goal; goals; ziel; objectif; objetivo",
    "stage.phase": "stage phase; phase; phases",
    "stage.id": "stage id",
    "stage.duration": "stage duration; duration of stage",
    "stage.owner": "stage owner; owner of stage",
}


@cache
def titles() -> Mapping[str, str]:
    """Every column by its key, in the order of a sheet: the stage's and the touchpoint's first."""
    first = ("id", STAGE, "what", "how", "who", "when", "measures")
    keys = [*first, *(key.name for key in keys_of(Touchpoint) if key.name not in first)]
    keys += [f"stage.{k.name}" for k in keys_of(Stage) if k.name not in {"name", "touchpoints"}]
    return {key: _TITLES.get(key, _in_words(key)) for key in keys}


def _in_words(key: str) -> str:
    return key.replace(".", " ").replace("_", " ").capitalize()


def title(key: str) -> str:
    """What a column is called: an own key, `x-…`, as it is written."""
    if key.startswith("stage.x-"):
        return f"Stage {key.removeprefix('stage.')}"
    return titles().get(key, key)


@cache
def _by_wording() -> Mapping[str, tuple[str, ...]]:
    """The keys that a wording may mean, the likeliest first."""
    found: dict[str, tuple[str, ...]] = {}
    exact = [(slug(words), key) for key, words in titles().items()]
    exact += [(slug(key), key) for key in titles()]
    others = [(slug(w), key) for key, words in _WORDINGS.items() for w in words.split(";")]
    for wording, key in (*exact, *others):
        found.setdefault(wording, ())
        if key not in found[wording]:
            found[wording] += (key,)
    return found


def likened(header: str) -> str:
    """A header as it is compared with others: without case and marks, where that leaves any."""
    return slug(header) or header.strip()


def recognised(headers: Sequence[str], given: Mapping[str, str]) -> tuple[str, ...]:
    """The key of each column; a column that nobody knows gets one of its own, `x-…`.

    Args:
        headers: what the columns are called, in their order.
        given: keys by the header that a user named for them.

    Returns:
        a key for each, and none twice.
    """
    keys: list[str] = [""] * len(headers)
    named = {likened(header): key for header, key in given.items()}
    for number, header in enumerate(headers):
        key = named.get(likened(header), "")
        if key and key not in keys:
            keys[number] = key
    for choices in (_exactly, _meant):
        for number, header in enumerate(headers):
            if not keys[number] and header.strip():
                keys[number] = next((k for k in choices(header) if k not in keys), "")
    for number, header in enumerate(headers):
        if not keys[number]:
            keys[number] = _own(header, number, keys)
    return tuple(keys)


def _exactly(header: str) -> tuple[str, ...]:
    return tuple(key for key, words in titles().items() if slug(words) == slug(header))


def _meant(header: str) -> tuple[str, ...]:
    text = header.strip()
    if text.startswith("Stage x-"):
        return (f"stage.{text[6:]}",)
    if text.startswith("x-"):
        return (text,)
    words = _by_wording()
    return words.get(slug(text), ()) or words.get(slug(text.partition("(")[0]), ()) or _both(text)


def _both(text: str) -> tuple[str, ...]:
    """What all of several wordings in one header mean, as in `Owner / Responsible`."""
    first, *others = (_by_wording().get(slug(word), ()) for word in _BETWEEN.split(text))
    return tuple(key for key in first if all(key in other for other in others)) if others else ()


def _own(header: str, number: int, taken: Sequence[str]) -> str:
    name = slug(header).removeprefix("x-") or f"column-{number + 1}"
    key, again = f"x-{name}", 2
    while key in taken:
        key, again = f"x-{name}-{again}", again + 1
    return key


def knows(header: str) -> bool:
    """Whether a header is one of the words for a column."""
    return bool(_meant(header))


def read_given(options: Sequence[str]) -> Mapping[str, str]:
    """The keys by header that `--column KEY=HEADER` gives.

    Raises:
        CxmapError: there is no such key.
    """
    given = {}
    for option in options:
        key, equals, header = (part.strip() for part in option.partition("="))
        if not equals or not header:
            raise CxmapError(f"--column takes KEY=HEADER, such as `who=Team`, not `{option}`")
        if key not in titles() and not key.startswith("x-"):
            guess = did_you_mean(key, titles()) or f", there are: {', '.join(titles())}"
            raise CxmapError(f"--column: there is no key `{key}`{guess}")
        given[header] = key
    return given
