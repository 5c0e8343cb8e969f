package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.talk.Check;
import kiro.model.builtin.write.Checks.Checking;

/// Writes what a test checks of stored values that a criterion names.
final class StoredFields {
    private final Scene scene;
    private final StoredChecks stored;

    StoredFields(Scene scene, StoredChecks stored) {
        this.scene = scene;
        this.stored = stored;
    }

    /// Every one of them has to be checked, or none is.
    Checking are(List<String> names) {
        var checks = new ArrayList<Check>();
        for (String name : names) {
            switch (is(name)) {
                case Checking.Written written -> checks.addAll(written.checks());
                case Checking.Missing missing -> {
                    return missing;
                }
            }
        }
        return new Checking.Written(checks.stream().distinct().toList());
    }

    private Checking is(String name) {
        Optional<Property> property = new SentFields(scene.place()).named(name);
        if (property.isEmpty()) {
            return Checks.missing(
                    "%s has no property %s".formatted(scene.place().resource().name(), name));
        }
        Optional<Check.After> known = stored.isKnown(property.get());
        boolean isNow =
                Effects.of(scene.project(), scene.place(), scene.wants()).get(property.get())
                                instanceof Effect.Now
                        || Times.isUpdated(property.get(), scene.place().endpoint());
        return known.<Checking>map(check -> new Checking.Written(List.of(check)))
                .orElseGet(() ->
                        isNow
                                ? stored.isNow(property.get().name())
                                : Checks.missing(
                                        "what %s becomes is not known to a test".formatted(name)));
    }
}
