package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.talk.Check;
import kiro.model.builtin.write.Checks.Checking;
import kiro.spec.rest.Expectation;

/// Writes what a test checks of other things that a request changes.
final class OtherChecks {
    /// Values that compare, and are not rounded on the way.
    private static final String COMPARED = "String|Integer|Long|Short|Boolean|UUID|LocalDate";

    private final Scene scene;
    private final Given given;

    OtherChecks(Scene scene, Given given) {
        this.scene = scene;
        this.given = given;
    }

    Checking is(Expectation.OtherIs expectation) {
        Optional<OtherEffect> effect =
                OtherEffect.of(
                        scene.project(),
                        scene.place(),
                        scene.wants(),
                        expectation.noun(),
                        expectation.state());
        Optional<String> found =
                effect.flatMap(one ->
                        key(one.linked())
                                .flatMap(id -> scene.stock().found(one.linked().place(), id)));
        if (effect.isEmpty() || found.isEmpty()) {
            return Checks.missing(
                    "what became of the %s cannot be read from a test"
                            .formatted(expectation.noun()));
        }
        scene.code().assertThat();
        scene.code().imports.addAll(effect.get().state().imports());
        return new Checking.Written(
                List.of(
                        new Check.After(
                                "assertThat(%s).isTrue();"
                                        .formatted(effect.get().state().testOf(found.get())))));
    }

    /// Another one of the kind is there afterwards, as it was.
    Checking stay() {
        Place place = scene.place();
        Optional<Given> another =
                place.action().hasId()
                        ? scene.stock().given(scene.owner()).map(CaseWriter::renamed)
                        : Optional.empty();
        Optional<String> found = another.flatMap(one -> scene.stock().found(one.id()));
        if (found.isEmpty()) {
            return Checks.missing(
                    "a test cannot store another %s".formatted(place.names().nounWords()));
        }
        String object = found.get() + (scene.stock().findsOptional() ? ".orElseThrow()" : "");
        scene.code().assertThat();
        var checks = new ArrayList<Check>();
        another.get().statements().forEach(line -> checks.add(new Check.Before(line)));
        if (place.resource().isFrozen()) {
            String how = place.resource().isRecord() ? "" : ".usingRecursiveComparison()";
            checks.add(new Check.Before("var untouched = " + object + ";"));
            checks.add(
                    new Check.After(
                            "assertThat(%s)%s.isEqualTo(untouched);".formatted(object, how)));
            return new Checking.Written(checks);
        }
        List<Property> told =
                place.resource().properties().stream()
                        .filter(property -> property.typeName().boxed().matches(COMPARED))
                        .toList();
        checks.add(new Check.After("assertThat(" + object + ").isNotNull();"));
        told.forEach(property -> {
            String name = "untouched" + Names.upper(property.name());
            checks.add(new Check.Before("var %s = %s;".formatted(name, object + property.read())));
            checks.add(
                    new Check.After(
                            "assertThat(%s).isEqualTo(%s);"
                                    .formatted(object + property.read(), name)));
        });
        return new Checking.Written(checks);
    }

    /// The expression for the key of the other thing.
    private Optional<String> key(Linked linked) {
        String id = linked.place().resource().id().orElseThrow().read();
        if (linked.sent().isPresent()) {
            return scene.stock()
                    .references()
                    .sample(linked.sent().get().field())
                    .map(_ -> ReferenceStock.name(linked.sent().get()) + id);
        }
        if (linked.parent().isPresent()) {
            return scene.stock().parentId();
        }
        // The resource of a test is in a variable, whose id the request has.
        Optional<String> variable =
                Optional.of(given.id())
                        .filter(one -> one.matches("[a-z]\\w*\\..+"))
                        .map(one -> one.substring(0, one.indexOf('.')));
        return variable.map(name ->
                name + linked.property().orElseThrow().read() + (linked.isObject() ? id : ""));
    }
}
