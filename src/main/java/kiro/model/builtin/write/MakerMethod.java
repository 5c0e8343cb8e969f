package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kiro.code.JavaMethod;
import kiro.code.JavaParameter;
import kiro.model.builtin.project.Caller;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.project.TypeName;

/// A method of a service that makes and keeps a resource, and that a test can call where it cannot reach
/// the storage.
record MakerMethod(ProjectType owner, JavaMethod method, Optional<JavaParameter> caller) {

    /// Of the service that does the work, or of the storage itself.
    static Optional<MakerMethod> of(Place place, Optional<Caller> caller, String packageName) {
        Optional<MakerMethod> byService =
                place.holder().isController()
                        ? Optional.empty()
                        : of(place.holder().type(), place, caller, packageName);
        return byService.or(() ->
                place.storage().kind() == Storage.Kind.STORE
                        ? of(place.storage().owner(), place, caller, packageName)
                        : Optional.empty());
    }

    private static Optional<MakerMethod> of(
            ProjectType type, Place place, Optional<Caller> caller, String packageName) {
        boolean isReachable = type.type().is("public") || type.packageName().equals(packageName);
        if (!isReachable) {
            return Optional.empty();
        }
        for (JavaMethod method : type.type().methods()) {
            boolean makes =
                    TypeName.of(method.returnType()).raw().equals(place.resource().name())
                            && !method.is("private")
                            && (method.is("public") || type.packageName().equals(packageName))
                            && method.creations().stream()
                                    .anyMatch(made -> made.name().equals(place.resource().name()))
                            && method.name()
                                    .matches(
                                            "(create|add|place|register|make|new|save|open|submit|post)\\w*");
            if (makes) {
                return Optional.of(new MakerMethod(type, method, callerOf(place, method, caller)));
            }
        }
        return Optional.empty();
    }

    private static Optional<JavaParameter> callerOf(
            Place place, JavaMethod method, Optional<Caller> caller) {
        return method.parameters().stream()
                .filter(parameter ->
                        caller.filter(one ->
                                        TypeName.of(one.idType())
                                                .isSameAs(TypeName.of(parameter.type())))
                                .isPresent())
                .filter(parameter ->
                        parameter
                                        .name()
                                        .matches(
                                                "(?i).*(caller|user|owner|customer|author|member).*")
                                || place.owner()
                                        .filter(owner ->
                                                owner instanceof Owner.ByProperty by
                                                        && by.property()
                                                                .name()
                                                                .equals(parameter.name()))
                                        .isPresent())
                .findFirst();
    }

    /// The call that makes a resource.
    ///
    /// @param values the expressions that it is made with, by the names of parameters
    record Making(String expression, Map<String, String> values) {
        Making {
            values = Map.copyOf(values);
        }
    }

    /// The call, with the expression for the caller; empty where a value cannot be made.
    Optional<Making> call(String bean, String callerId, TestObjects objects) {
        var arguments = new ArrayList<String>();
        var values = new HashMap<String, String>();
        for (JavaParameter parameter : method.parameters()) {
            boolean isCaller = caller.filter(parameter::equals).isPresent();
            Optional<String> value =
                    isCaller
                            ? Optional.of(callerId)
                            : objects.value(parameter.name(), parameter.type(), owner);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(value.get());
            values.put(parameter.name(), value.get());
        }
        return Optional.of(
                new Making(
                        bean + "." + method.name() + "(" + String.join(", ", arguments) + ")",
                        values));
    }
}
