"""Why an upload is refused, in words for the person who sent it."""


class UploadRefusedError(Exception):
    """The file is not taken in; the message says why and what to do."""
