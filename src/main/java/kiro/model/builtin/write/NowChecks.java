package kiro.model.builtin.write;

import java.util.List;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.talk.Check;

/// Writes what a test checks of a time that was set while a request was served, as far as clocks and time zones let it.
final class NowChecks {
    private final TestCode code;
    private final boolean isSet;

    NowChecks(Scene scene) {
        this.code = scene.code();
        this.isSet =
                code.beans.containsKey("clock")
                        && GivenWriter.goesByClock(scene.project(), scene.place().holder().type());
    }

    /// Nothing where such times cannot be compared.
    List<Check> of(Property property, String object) {
        String type = property.typeName().raw();
        String value = "assertThat(" + object + property.read() + ")";
        boolean isExact = type.equals("Instant") || type.equals("OffsetDateTime");
        boolean isLocal = type.equals("LocalDate") || type.equals("LocalDateTime");
        if (!isExact && !isLocal) {
            return List.of();
        }
        code.assertThat();
        if (isSet) {
            code.imports.add("java.time." + type);
            return List.of(
                    new Check.After(
                            value
                                    + ".isEqualTo("
                                    + (type.equals("Instant")
                                            ? "clock.instant()"
                                            : type + ".now(clock)")
                                    + ");"));
        }
        code.imports.add("java.time." + type);
        return isLocal
                ? List.of(
                        new Check.After(
                                "%s.isBetween(%s.now().minusDays(1), %s.now().plusDays(1));"
                                        .formatted(value, type, type)))
                : List.of(
                        new Check.Before(
                                "%s before = %s.now().minusSeconds(1);".formatted(type, type)),
                        new Check.After("%s.isBetween(before, %s.now());".formatted(value, type)));
    }
}
