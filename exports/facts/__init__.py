"""What a document says, as typed facts, before anything of it is a page.

Days are dates, instants are in the workshop's own zone, lengths are minutes, people have their id
beside their name. Facts are in no language: a page (``exports/documents``) puts them into words.
"""
