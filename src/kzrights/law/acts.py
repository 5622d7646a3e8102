"""The acts the library cites. Numbers in ``code`` are those of the state database of acts."""

from __future__ import annotations

from typing import Final

from pendulum import Date

from kzrights.law.sources import Act

CONSTITUTION_1995: Final = Act(
    name="Constitution of 1995",
    number="referendum of 30.08.1995",
    russian="Конституция Республики Казахстан",
    code=1,
    newest=Date(2007, 5, 21),
)
CONSTITUTION_2026: Final = Act(
    name="Constitution of 2026",
    number="referendum of 15.03.2026",
    russian="Конституция Республики Казахстан",
    code=None,
    newest=Date(2026, 7, 7),
)
CC: Final = Act(
    name="Criminal Code",
    number="03.07.2014 No 226-V",
    russian="Уголовный кодекс Республики Казахстан",
    code=81097,
    newest=Date(2026, 1, 3),
)
CEC: Final = Act(
    name="Criminal Executive Code",
    number="05.07.2014 No 234-V",
    russian="Уголовно-исполнительный кодекс Республики Казахстан",
    code=81238,
    newest=Date(2025, 9, 16),
)
CPC: Final = Act(
    name="Criminal Procedure Code",
    number="04.07.2014 No 231-V",
    russian="Уголовно-процессуальный кодекс Республики Казахстан",
    code=81164,
    newest=Date(2024, 8, 20),
)
LAW_191: Final = Act(
    name="Law 191-IV",
    number="28.08.2009 No 191-IV",
    russian="О противодействии легализации (отмыванию) доходов, полученных преступным путем, "
    "и финансированию терроризма",
    code=47702,
    newest=Date(2026, 7, 12),
)
LAW_2198: Final = Act(
    name="Law 2198 on registration of legal entities",
    number="17.04.1995 No 2198",
    russian="О государственной регистрации юридических лиц и учетной регистрации филиалов и представительств",
    code=104327,
    newest=Date(2024, 4, 6),
)
ENTREPRENEURIAL_CODE: Final = Act(
    name="Entrepreneurial Code",
    number="29.10.2015 No 375-V",
    russian="Предпринимательский кодекс Республики Казахстан",
    code=94981,
    newest=Date(2024, 9, 1),
)
LAW_310: Final = Act(
    name="Law 310-III on registration of rights to immovable property",
    number="26.07.2007 No 310-III",
    russian="О государственной регистрации прав на недвижимое имущество",
    code=34583,
    newest=Date(2023, 3, 3),
)
ELECTIONS: Final = Act(
    name="Constitutional Law on elections",
    number="28.09.1995 No 2464",
    russian="О выборах в Республике Казахстан",
    code=4,
    newest=Date(2022, 11, 5),
)
MEDIA_1999: Final = Act(
    name="Law on mass media of 1999",
    number="23.07.1999 No 451-I",
    russian="О средствах массовой информации",
    code=3749,
    newest=Date(2021, 11, 24),
)
MEDIA_2024: Final = Act(
    name="Law on mass media of 2024",
    number="19.06.2024 No 93-VIII",
    russian="О масс-медиа",
    code=197914,
    newest=Date(2026, 3, 2),
)
ADVOCATES_1997: Final = Act(
    name="Law on advocates of 1997",
    number="05.12.1997 No 195-I",
    russian="Об адвокатской деятельности",
    code=332,
    newest=Date(2014, 9, 29),
)
ADVOCATES_2018: Final = Act(
    name="Law on advocates and legal aid of 2018",
    number="05.07.2018 No 176-VI",
    russian="Об адвокатской деятельности и юридической помощи",
    code=None,
    newest=Date(2021, 8, 24),
)
NOTARIES: Final = Act(
    name="Law on notaries",
    number="14.07.1997 No 155-I",
    russian="О нотариате",
    code=104458,
    newest=Date(2023, 4, 20),
)
BAILIFFS: Final = Act(
    name="Law on enforcement proceedings",
    number="02.04.2010 No 261-IV",
    russian="Об исполнительном производстве и статусе судебных исполнителей",
    code=51792,
    newest=Date(2025, 1, 10),
)
WEAPONS: Final = Act(
    name="Law on weapons",
    number="30.12.1998 No 339",
    russian="О государственном контроле за оборотом отдельных видов оружия",
    code=1890,
    newest=Date(2026, 2, 12),
)
ASSEMBLIES_1995: Final = Act(
    name="Law on assemblies of 1995",
    number="17.03.1995 No 2126",
    russian="О порядке организации и проведения мирных собраний, митингов, шествий, пикетов и демонстраций "
    "в Республике Казахстан",
    code=3845,
    newest=Date(1995, 3, 17),
)
ASSEMBLIES: Final = Act(
    name="Law on peaceful assemblies",
    number="25.05.2020 No 333-VI",
    russian="О порядке организации и проведения мирных собраний в Республике Казахстан",
    code=143197,
    newest=Date(2025, 1, 10),
)
LABOUR_2007: Final = Act(
    name="Labour Code of 2007",
    number="15.05.2007",
    russian="Трудовой кодекс Республики Казахстан",
    code=33263,
    newest=Date(2015, 1, 1),
)
LABOUR_2015: Final = Act(
    name="Labour Code",
    number="23.11.2015",
    russian="Трудовой кодекс Республики Казахстан",
    code=95666,
    newest=Date(2023, 4, 19),
)
CIVIL_SERVICE_1999: Final = Act(
    name="Law on civil service of 1999",
    number="23.07.1999 No 453-I",
    russian="О государственной службе",
    code=4054,
    newest=Date(2007, 1, 1),
)
CIVIL_SERVICE_2015: Final = Act(
    name="Law on civil service of 2015",
    number="23.11.2015 No 416-V",
    russian="О государственной службе Республики Казахстан",
    code=95690,
    newest=Date(2022, 12, 30),
)
CIVIL_SERVICE_2026: Final = Act(
    name="Law on civil service of 2026",
    number="19.05.2026 No 290-VIII",
    russian="О государственной службе",
    code=225398,
    newest=Date(2026, 7, 14),
)
LAW_ENFORCEMENT: Final = Act(
    name="Law on law-enforcement service",
    number="06.01.2011 No 380-IV",
    russian="О правоохранительной службе",
    code=56792,
    newest=Date(2022, 7, 11),
)
FAMILY_CODE: Final = Act(
    name="Code on marriage and family",
    number="26.12.2011",
    russian="О браке (супружестве) и семье",
    code=62568,
    newest=Date(2025, 9, 16),
)
MIGRATION: Final = Act(
    name="Law on migration",
    number="22.07.2011 No 477-IV",
    russian="О миграции населения",
    code=59947,
    newest=Date(2023, 4, 19),
)
SECURITY: Final = Act(
    name="Law on security activity",
    number="19.10.2000",
    russian="Об охранной деятельности",
    code=7217,
    newest=Date(2024, 4, 6),
)
BANKS_1995: Final = Act(
    name="Law on banks of 1995",
    number="31.08.1995 No 2444",
    russian="О банках и банковской деятельности в Республике Казахстан",
    code=104325,
    newest=Date(2024, 6, 19),
)
PROBATION: Final = Act(
    name="Law on probation",
    number="30.12.2016 No 38-VI",
    russian="О пробации",
    code=108646,
    newest=Date(2021, 12, 30),
)
SUPERVISION_1996: Final = Act(
    name="Law on administrative supervision of 1996",
    number="15.07.1996 No 28-I",
    russian="Об административном надзоре за лицами, освобожденными из мест лишения свободы",
    code=104388,
    newest=Date(2016, 4, 9),
)
PREVENTION_2025: Final = Act(
    name="Law on prevention of offences",
    number="30.12.2025 No 245-VIII",
    russian="О профилактике правонарушений",
    code=220220,
    newest=Date(2025, 12, 30),
)
JUDGES: Final = Act(
    name="Constitutional Law on the judicial system and the status of judges",
    number="25.12.2000",
    russian="О судебной системе и статусе судей Республики Казахстан",
    code=7833,
    newest=Date(2017, 12, 22),
)
CITIZENSHIP: Final = Act(
    name="Law on citizenship",
    number="20.12.1991 No 1017-XII",
    russian="О гражданстве Республики Казахстан",
    code=104035,
    newest=Date(2024, 7, 17),
)
FOREIGNERS: Final = Act(
    name="Law on the legal status of foreigners",
    number="19.06.1995 No 2337",
    russian="О правовом положении иностранцев",
    code=104941,
    newest=Date(2023, 4, 20),
)
PARTIES: Final = Act(
    name="Law on political parties",
    number="15.07.2002",
    russian="О политических партиях",
    code=12701,
    newest=Date(2018, 12, 28),
)
ASSOCIATIONS: Final = Act(
    name="Law on public associations",
    number="31.05.1996 No 3",
    russian="Об общественных объединениях",
    code=104308,
    newest=Date(2023, 12, 21),
)
TRADE_UNIONS: Final = Act(
    name="Law on trade unions",
    number="27.06.2014",
    russian="О профессиональных союзах",
    code=80935,
    newest=Date(2020, 5, 4),
)
