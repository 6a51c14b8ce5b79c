"""The accounts of a demonstration; created by no installation that holds real records."""

from dataclasses import dataclass

# Known to everybody who reads this, and shown on the sign-in page of a demonstration.
DEMO_PASSWORD = "show-me-the-record"  # noqa: S105  public by design, see above

LANSING, MARQUETTE = "F16", "F34"


@dataclass(frozen=True, slots=True)
class DemoUser:
    """An account: who it is, the role, the place of work, and what to try with it."""

    username: str
    first_name: str
    last_name: str
    role: str
    note: str
    office: str = ""
    agency: str = ""
    supervises: tuple[str, ...] = ()
    password: str = DEMO_PASSWORD

    @property
    def is_administrator(self) -> bool:
        """Say whether the account may enter administration."""
        return self.role == "Administrator"


DEMO_USERS: tuple[DemoUser, ...] = (
    DemoUser(
        "olivia",
        "Olivia",
        "Hart",
        "Parole agent",
        "Her caseload in Lansing; other people are out of her reach.",
        office=LANSING,
    ),
    DemoUser(
        "oscar",
        "Oscar",
        "Lund",
        "Parole agent",
        "Same office as Olivia, another caseload: her people are not his.",
        office=LANSING,
    ),
    DemoUser(
        "priya",
        "Priya",
        "Nair",
        "Probation agent",
        "People on probation; no mental-health facts.",
        office=LANSING,
    ),
    DemoUser(
        "sam",
        "Sam",
        "Ortega",
        "Supervisor",
        "Everybody of the Lansing office; moves a person from Olivia to Oscar.",
        office=LANSING,
        supervises=(LANSING,),
    ),
    DemoUser(
        "martha",
        "Martha",
        "Koski",
        "Parole agent",
        "A caseload in Marquette.",
        office=MARQUETTE,
    ),
    DemoUser(
        "ruth",
        "Ruth",
        "Salo",
        "Supervisor",
        "Everybody of the Marquette office, nobody of Lansing.",
        office=MARQUETTE,
        supervises=(MARQUETTE,),
    ),
    DemoUser(
        "tim",
        "Tim",
        "Vance",
        "Records and time-computation clerk",
        "All sentences, and each date with its reasons; enters and amends.",
        agency="MDOC-RECORDS",
    ),
    DemoUser(
        "tess",
        "Tess",
        "Okoro",
        "Records and time-computation clerk",
        "The second clerk: confirms what Tim certifies, or sends it back.",
        agency="MDOC-RECORDS",
    ),
    DemoUser(
        "pavel",
        "Pavel",
        "Nowak",
        "Parole violation specialist",
        "Decides on reported parole violations: continue, reinstate, warrant, return.",
        agency="MDOC-RECORDS",
    ),
    DemoUser(
        "beatrice",
        "Beatrice",
        "Cole",
        "Parole board member",
        "Every record in the state, to read.",
        agency="MPB",
    ),
    DemoUser(
        "courtney",
        "Courtney",
        "Bell",
        "Court user",
        "People with a case at the 30th Circuit Court, Lansing.",
        agency="C30",
    ),
    DemoUser(
        "attila",
        "Attila",
        "Ward",
        "Attorney",
        "No record: tries dates on a case of his own.",
        agency="C30",
    ),
    DemoUser(
        "paula",
        "Paula",
        "Reyes",
        "Law-enforcement user",
        "Where people are and which warrants stand; no victims, no health.",
        agency="MSP",
    ),
    DemoUser(
        "carlos",
        "Carlos",
        "Ibarra",
        "Compact office",
        "Records of people who move between states.",
        agency="MI-ICO",
    ),
    DemoUser(
        "otto",
        "Otto",
        "Brandt",
        "Other state's compact office",
        "Ohio's side of the compact: only people with a case for Ohio.",
    ),
    DemoUser(
        "oprah",
        "Oprah",
        "Reed",
        "Other state's agent",
        "An agent in Ohio: what Ohio's office assigns to her.",
    ),
    DemoUser(
        "vic",
        "Vic",
        "Amari",
        "Victim services",
        "Custody and release dates; no addresses, no health.",
        agency="MDOC-CVS",
    ),
    DemoUser(
        "cleo",
        "Cleo",
        "Winter",
        "Restricted records custodian",
        "Closes, seals and unseals; sees employees, relatives and sealed records.",
        agency="MDOC-RECORDS",
    ),
    DemoUser(
        "seth",
        "Seth",
        "Baker",
        "Security officer",
        "Judges what was opened in an emergency; previews what a user sees.",
    ),
    DemoUser(
        "audrey", "Audrey", "Penn", "Auditor", "Who saw and changed what, but no record itself."
    ),
    DemoUser(
        "quinn",
        "Quinn",
        "Moss",
        "Data-quality reviewer",
        "Reads court documents blind, then sees where the record differs.",
    ),
    DemoUser(
        "rosa",
        "Rosa",
        "Lind",
        "Data-quality reviewer",
        "The second reader: one document in ten is read twice.",
    ),
    DemoUser(
        "tina",
        "Tina",
        "Gray",
        "Training coordinator",
        "Records who completed which course; sees whose training lapses.",
    ),
    DemoUser(
        "lena",
        "Lena",
        "Park",
        "Probation agent",
        "Her security training has lapsed: she reaches only her own account.",
        office=LANSING,
    ),
    DemoUser("ana", "Ana", "Weiss", "Analyst", "Her home page; no person's record."),
    DemoUser(
        "adam",
        "Adam",
        "Frost",
        "Administrator",
        "Users, roles, offices and code tables; no person's record.",
    ),
)
