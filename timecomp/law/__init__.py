"""Michigan's law of sentence time: a folder an MCL chapter, a module a section, cases beside it.

Pure: facts in, dates and reasons out. `timecomp.law.computation.compute` is the door.
"""
