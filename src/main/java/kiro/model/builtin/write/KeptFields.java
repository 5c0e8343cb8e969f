package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.talk.Check;
import kiro.model.builtin.write.Checks.Asked;
import kiro.model.builtin.write.Checks.Checking;

/// Writes what a test checks of stored values that a request leaves as they are.
final class KeptFields {
    private final Scene scene;
    private final Place place;
    private final StoredChecks stored;
    private final Asked asked;

    KeptFields(Scene scene, StoredChecks stored, Asked asked) {
        this.scene = scene;
        this.place = scene.place();
        this.stored = stored;
        this.asked = asked;
    }

    /// Every one of them has to be checked, or none is; where none is named, all that were not sent.
    Checking are(List<String> names) {
        Optional<String> found = stored.found();
        var checks = new ArrayList<Check>();
        for (Property property : place.resource().properties()) {
            boolean isNamed = names.stream().anyMatch(name -> isCalled(property, name));
            boolean isMeant =
                    names.isEmpty()
                            ? scene.field(property.name()).isPresent()
                                    && !asked.sent().containsKey(property.name())
                            : isNamed;
            if (isMeant && found.isPresent()) {
                scene.code().assertThat();
                checks.addAll(StoredChecks.former(property, stored.object(found.get())));
            }
        }
        boolean areAll =
                names.stream()
                        .allMatch(name ->
                                place.resource().properties().stream()
                                                .filter(property -> isCalled(property, name))
                                                .count()
                                        == 1);
        return checks.isEmpty() || !areAll
                ? Checks.missing("what is to be kept cannot be compared from a test")
                : new Checking.Written(checks);
    }

    /// Whether words name a property: `birthDate` is "birth date", and `fullName` is "name" where no other is.
    private boolean isCalled(Property property, String said) {
        String words = said.replaceFirst(" +(unchanged|untouched|alone|as [a-z ]+)$", "");
        String name = Names.camel(words.toLowerCase(Locale.ROOT));
        if (property.name().equals(words) || property.name().equals(name)) {
            return true;
        }
        boolean isExact =
                place.resource().property(words).isPresent()
                        || place.resource().property(name).isPresent();
        return !isExact && property.name().endsWith(Names.upper(name));
    }
}
