"""What was said, and how people who have other keys look for it."""

FOUND = [
    ("Œuvrer ensemble", "oeuvrer"),
    ("au cœur du réseau", "coeur"),
    ("au cœur du réseau", "COEUR res"),
    ("au coeur", "cœur"),
    ("Straße", "strasse"),
    ("STRASSE", "straße"),
    ("Søren Kierkegård", "soren kierkegard"),
    ("Łukasz Wałęsa", "lukasz walesa"),
    ("Lukasz", "łukasz"),
    ("Ægir, Ðorðe et Đoko", "aegir dorde doko"),
    ("Ħal Qormi", "hal"),
    ("e\N{COMBINING ACUTE ACCENT}te\N{COMBINING ACUTE ACCENT} indien", "été"),
    ("été indien", "e\N{COMBINING ACUTE ACCENT}te\N{COMBINING ACUTE ACCENT}"),
    ("Ilıca", "ilica"),
    ("ofﬁce", "office"),
    ("Nguyễn", "nguyen"),
]
