package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.talk.Check;
import kiro.model.builtin.write.Checks.Asked;
import kiro.model.builtin.write.Checks.Checking;

/// Writes what a test checks of what is stored after a request.
final class StoredChecks {
    private final Scene scene;
    private final TestCode code;

    StoredChecks(Scene scene) {
        this.scene = scene;
        this.code = scene.code();
    }

    /// The storage as a bean of the test, where it has one and its objects compare by value.
    private Optional<String> stored(String id) {
        Place place = scene.place();
        boolean isReachable = place.storage().kind() != Storage.Kind.MAP && place.action().hasId();
        if (!isReachable) {
            return Optional.empty();
        }
        Optional<String> bean =
                code.beans.entrySet().stream()
                        .filter(one -> one.getValue().equals(place.storage().owner().name()))
                        .map(java.util.Map.Entry::getKey)
                        .findFirst();
        return bean.map(name ->
                name
                        + "."
                        + place.storage().operation(Operation.Kind.FIND).orElseThrow().method()
                        + "("
                        + id
                        + ")");
    }

    Checking changesNothing(String id) {
        Optional<String> stored = stored(id);
        if (stored.isEmpty() || !scene.place().resource().isRecord()) {
            return Checks.missing("what is stored cannot be compared from a test");
        }
        code.assertThat();
        return new Checking.Written(
                List.of(
                        new Check.Before("var stored = " + stored.get() + ";"),
                        new Check.After("assertThat(" + stored.get() + ").isEqualTo(stored);")));
    }

    Checking isStored(Asked asked) {
        Optional<String> stored = stored(asked.id());
        boolean isOptional =
                scene.place()
                        .storage()
                        .operation(Operation.Kind.FIND)
                        .filter(find -> find.result() == Operation.Result.OPTIONAL)
                        .isPresent();
        if (stored.isEmpty() || !isOptional) {
            return Checks.missing("what is stored cannot be read from a test");
        }
        code.assertThat();
        var lines = new ArrayList<Check>();
        String object = stored.get() + ".orElseThrow()";
        asked.sent()
                .forEach((name, sample) ->
                        scene.place()
                                .resource()
                                .property(name)
                                .filter(one -> one.typeName().raw().equals("String"))
                                .filter(_ -> sample.expected().isPresent())
                                .ifPresent(property ->
                                        lines.add(
                                                new Check.After(
                                                        "assertThat("
                                                                + object
                                                                + property.read()
                                                                + ").isEqualTo("
                                                                + sample.expected().get()
                                                                + ");"))));
        return lines.isEmpty()
                ? Checks.missing("nothing of what was sent can be compared with what is stored")
                : new Checking.Written(lines);
    }

    Checking isThere(String id) {
        Optional<String> stored = stored(id);
        if (stored.isEmpty()) {
            return Checks.missing("what is stored cannot be read from a test");
        }
        code.assertThat();
        return new Checking.Written(
                List.of(
                        new Check.After(
                                "assertThat("
                                        + stored.get()
                                        + ")."
                                        + (isOptional() ? "isPresent();" : "isNotNull();"))));
    }

    private boolean isOptional() {
        return scene.place()
                .storage()
                .operation(Operation.Kind.FIND)
                .filter(find -> find.result() == Operation.Result.OPTIONAL)
                .isPresent();
    }

    /// A time that was set while the request was served, as far as clocks are exact.
    Checking isNow(String name, String id) {
        Optional<String> stored = stored(id);
        Optional<Property> property =
                scene.place()
                        .resource()
                        .property(name)
                        .filter(one -> one.typeName().raw().equals("Instant"));
        if (stored.isEmpty() || property.isEmpty()) {
            return Checks.missing("when " + name + " was set cannot be read from a test");
        }
        code.assertThat();
        String object = stored.get() + (isOptional() ? ".orElseThrow()" : "");
        String value = "assertThat(" + object + property.get().read() + ")";
        if (code.beans.containsKey("clock")) {
            return new Checking.Written(
                    List.of(new Check.After(value + ".isEqualTo(clock.instant());")));
        }
        code.imports.add("java.time.Instant");
        return new Checking.Written(
                List.of(
                        new Check.Before("Instant before = Instant.now().minusSeconds(1);"),
                        new Check.After(value + ".isBetween(before, Instant.now());")));
    }

    Checking isGone(String id) {
        Optional<String> stored = stored(id);
        if (stored.isEmpty()) {
            return Checks.missing("what is stored cannot be read from a test");
        }
        code.assertThat();
        boolean isOptional =
                scene.place()
                        .storage()
                        .operation(Operation.Kind.FIND)
                        .filter(find -> find.result() == Operation.Result.OPTIONAL)
                        .isPresent();
        return new Checking.Written(
                List.of(
                        new Check.After(
                                "assertThat("
                                        + stored.get()
                                        + ")."
                                        + (isOptional ? "isEmpty();" : "isNull();"))));
    }
}
