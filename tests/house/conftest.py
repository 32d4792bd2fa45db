"""The offenders are read by the house rules, and run by nobody."""

collect_ignore = ["offenders"]
