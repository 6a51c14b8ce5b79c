"""A viewer reading one page: what he may see, and what the page has shown him."""

from dataclasses import dataclass, field
from typing import cast

from django.db import models

from ots.access.categories import Category
from ots.access.fields import PLAIN, Masked, Seen, category_of, mask, may_access
from ots.access.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Reading:
    """Passed to every selector of a page, so that the trail learns all that was shown."""

    viewer: Viewer
    seen: Seen = field(default_factory=Seen)

    def masked(self, record: models.Model) -> Masked:
        """Return the record as the viewer may see it."""
        return cast(Masked, mask(self.viewer, record, seen=self.seen))

    def sees(self, model: type[models.Model], name: str) -> bool:
        """Say whether a field may be shown, and note that it is."""
        if not may_access(self.viewer, model, name):
            return False
        category = category_of(model, name)
        if category != PLAIN:
            self.seen.categories.add(str(category))
        return True

    def sees_category(self, category: Category) -> bool:
        """Say whether fields of the category may be shown, and note that they are."""
        if not self.viewer.may_category(category):
            return False
        self.seen.categories.add(category.value)
        return True
