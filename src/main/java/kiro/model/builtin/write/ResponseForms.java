package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.code.JavaField;
import kiro.code.JavaMethod;
import kiro.code.JavaType;
import kiro.model.builtin.project.Caller;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Mapping;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.TypeName;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Field;
import kiro.spec.rest.HttpMethod;

/// Finds the types that a project answers with for its resources, and what makes them.
final class ResponseForms {
    private static final List<String> BEANS = List.of("Component", "Service", "Mapper");

    private final SpringProject project;

    ResponseForms(SpringProject project) {
        this.project = project;
    }

    /// The type with just the fields that an endpoint answers with, best the one that its controller answers with
    /// already.
    Optional<ResponseForm> known(Place place) {
        Set<String> wanted =
                place.endpoint().response().fields().stream()
                        .map(Field::name)
                        .collect(Collectors.toCollection(HashSet::new));
        List<ResponseForm> all = conversions(place);
        return best(place, all.stream().filter(form -> fits(form.fields(), wanted)))
                .or(() -> best(place, all.stream().filter(form -> isWider(place, form, wanted))))
                .map(form -> isMadeByHolder(place, form) ? form.ofHolder() : form);
    }

    private static Optional<ResponseForm> best(Place place, Stream<ResponseForm> forms) {
        return forms.min(
                Comparator.comparingInt((ResponseForm form) -> rank(place, form))
                        .thenComparingInt(form -> form.fields().size()));
    }

    /// Whether a form has all fields that are wanted, and more; that does where the project answers with it already, and
    /// where one of the fields is not kept, so that the project alone knows how to work it out.
    private boolean isWider(Place place, ResponseForm form, Set<String> wanted) {
        boolean isWorkedOut =
                wanted.stream()
                        .anyMatch(name ->
                                ShownFields.of(project.sources(), place.resource(), name)
                                        .isEmpty());
        boolean isHiding =
                place.endpoint().behaviours().stream()
                        .anyMatch(Behaviour.HidesFields.class::isInstance);
        return isWorkedOut
                && !isHiding
                && rank(place, form) < 2
                && form.fields().containsAll(wanted);
    }

    /// Whether the class that does the work answers with such bodies itself, as where entities are read to the end
    /// within its transaction.
    private boolean isMadeByHolder(Place place, ResponseForm form) {
        ProjectType holder = place.holder().type();
        List<JavaMethod> open =
                holder.type().methods().stream().filter(method -> !method.is("private")).toList();
        boolean isConverted =
                form.conversion().filter(call -> call.matches("(new )?[A-Z].*")).isPresent();
        boolean isVisible =
                form.qualifiedName()
                        .filter(name ->
                                name.substring(0, name.lastIndexOf('.'))
                                                .equals(holder.packageName())
                                        || isOpen(form))
                        .isPresent();
        return !place.holder().isController()
                && isConverted
                && isVisible
                && open.stream().anyMatch(method -> isOf(method, form.type()))
                && open.stream().noneMatch(method -> isOf(method, place.resource().name()));
    }

    private static boolean isOf(JavaMethod method, String type) {
        return TypeName.of(method.returnType()).element().raw().equals(type);
    }

    /// Whether the conversion can be called from every package.
    private boolean isOpen(ResponseForm form) {
        String call = form.conversion().orElse("");
        return project.sources().types().stream()
                .filter(type -> type.type().is("public"))
                .filter(type ->
                        call.startsWith("new " + type.name() + "(")
                                || call.startsWith(type.name() + "."))
                .flatMap(type ->
                        Stream.concat(
                                type.type().constructors().stream()
                                        .filter(_ -> call.startsWith("new ")),
                                type.type().methods().stream()
                                        .filter(method ->
                                                call.contains("." + method.name() + "("))))
                .anyMatch(method -> method.is("public"));
    }

    /// Best is what is answered to those who read; then what is answered at all.
    private static int rank(Place place, ResponseForm form) {
        return isRead(place, form.type())
                ? 0
                : place.controller().mappings().stream().anyMatch(one -> has(one, form.type()))
                        ? 1
                        : 2;
    }

    /// Whether the controller answers with bodies of this type to those who read.
    static boolean isRead(Place place, String type) {
        return place.controller().mappings().stream()
                .filter(one -> one.route().method() == HttpMethod.GET)
                .anyMatch(one -> has(one, type));
    }

    private static boolean has(Mapping mapping, String type) {
        return mapping.method().returnType().matches(".*\\b" + type + "\\b.*");
    }

    static boolean fits(List<String> fields, Set<String> wanted) {
        return wanted.isEmpty() || (wanted.containsAll(fields) && wanted.size() == fields.size());
    }

    /// Every method that makes a body from the resource: static, the controller's, or the holder's.
    private List<ResponseForm> conversions(Place place) {
        var forms = new ArrayList<ResponseForm>();
        for (ProjectType type : project.sources().types()) {
            for (JavaMethod method : type.type().methods()) {
                if (takes(method, place)) {
                    conversion(place, type, method).ifPresent(forms::add);
                }
            }
            for (JavaMethod made : type.type().constructors()) {
                if (takes(made, place)
                        && isOpen(type, made, place.controller().type())
                        && !isCaller(type)) {
                    forms.add(form(type, "new " + type.name() + "(%s)", Optional.of(type)));
                }
            }
        }
        forms.addAll(within(place));
        return forms;
    }

    /// What is declared in the controller itself is known there by its name alone.
    private List<ResponseForm> within(Place place) {
        ProjectType controller = place.controller().type();
        var forms = new ArrayList<ResponseForm>();
        for (JavaType nested : controller.type().nested()) {
            var body = new ProjectType(controller.file(), nested);
            nested.methods().stream()
                    .filter(method -> method.is("static") && takes(method, place))
                    .filter(method -> TypeName.of(method.returnType()).raw().equals(body.name()))
                    .map(method -> body.name() + "." + method.name() + "(%s)")
                    .findFirst()
                    .or(() ->
                            nested.constructors().stream()
                                    .filter(made -> takes(made, place))
                                    .map(_ -> "new " + body.name() + "(%s)")
                                    .findFirst())
                    .filter(_ -> !fields(body).isEmpty())
                    .ifPresent(call ->
                            forms.add(
                                    new ResponseForm(
                                            body.name(),
                                            Optional.empty(),
                                            Optional.of(call),
                                            Optional.empty(),
                                            false,
                                            fields(body))));
        }
        return forms;
    }

    private static boolean takes(JavaMethod method, Place place) {
        return method.parameters().size() == 1
                && TypeName.of(method.parameters().getFirst().type())
                        .raw()
                        .equals(place.resource().name());
    }

    private Optional<ResponseForm> conversion(Place place, ProjectType in, JavaMethod method) {
        Optional<ProjectType> result = project.sources().resolve(method.returnType(), in.file());
        boolean isBody =
                result.filter(type -> !type.name().equals(place.resource().name()))
                                .filter(type -> !isCaller(type))
                                .isPresent()
                        && !fields(result.get()).isEmpty();
        if (!isBody || !isReachable(place, in, method)) {
            return Optional.empty();
        }
        ProjectType body = result.get();
        ProjectType holder = place.holder().type();
        ProjectType controller = place.controller().type();
        boolean isStatic = method.is("static");
        if (isSame(in, controller)) {
            return Optional.of(own(body, in, method));
        }
        if (isStatic && isOpen(in, method, controller)) {
            return Optional.of(ofClass(body, in, method));
        }
        if (isSame(in, holder)) {
            return Optional.of(own(body, in, method).ofHolder());
        }
        if (isStatic && isOpen(in, method, holder)) {
            return Optional.of(ofClass(body, in, method).ofHolder());
        }
        return method.is("private") ? Optional.empty() : ofBean(place, in, method, body);
    }

    /// By an object that the controller or the holder has, or that the controller can be given.
    private Optional<ResponseForm> ofBean(
            Place place, ProjectType in, JavaMethod method, ProjectType body) {
        ProjectType controller = place.controller().type();
        String call = "." + method.name() + "(%s)";
        return fieldOf(controller, in)
                .map(field -> form(body, field + call, Optional.empty()))
                .or(() ->
                        fieldOf(place.holder().type(), in)
                                .map(field ->
                                        form(body, field + call, Optional.empty()).ofHolder()))
                .or(() ->
                        Optional.of(in)
                                .filter(bean -> isOpen(bean, method, controller))
                                .filter(bean -> canBeGiven(controller, bean))
                                .map(bean -> GivenWriter.free(project, controller, bean))
                                .map(name -> form(body, name + call, Optional.empty())));
    }

    /// Whether a controller can be given what makes bodies: no test makes it, or has Spring make a part of the application.
    private boolean canBeGiven(ProjectType controller, ProjectType bean) {
        return BEANS.stream().anyMatch(bean.type()::isAnnotated)
                && (!bean.type().isAnnotated("Mapper")
                        || bean.file()
                                .text()
                                .matches("(?s).*componentModel\\s*=[^)]*(?i:spring).*"))
                && GivenWriter.canBeGiven(project, controller, bean)
                && project.sources().tests().stream()
                        .noneMatch(file -> file.text().contains("@WebMvcTest"));
    }

    /// What the controller has to be given for a form; empty where it has what it takes.
    Optional<Added> lacking(Place place, ResponseForm form) {
        ProjectType controller = place.controller().type();
        return form.conversion()
                .filter(call -> !form.inHolder() && call.matches("[a-z]\\w*\\.\\w+\\(%s\\)"))
                .map(call -> call.substring(0, call.indexOf('.')))
                .filter(name -> controller.type().field(name).isEmpty())
                .flatMap(name ->
                        project.sources().types().stream()
                                .filter(bean -> canBeGiven(controller, bean))
                                .filter(bean ->
                                        bean.type().methods().stream()
                                                .anyMatch(method -> takes(method, place)))
                                .filter(bean ->
                                        GivenWriter.free(project, controller, bean).equals(name))
                                .findFirst()
                                .map(bean -> new Added(controller, bean, name)));
    }

    /// Whether the controller or the class that does the work may call it.
    private static boolean isReachable(Place place, ProjectType in, JavaMethod method) {
        ProjectType holder = place.holder().type();
        return isSame(in, holder)
                || isSame(in, place.controller().type())
                || isOpen(in, method, place.controller().type())
                || isOpen(in, method, holder);
    }

    /// Whether another class may call it, as far as packages go.
    private static boolean isOpen(ProjectType in, JavaMethod method, ProjectType from) {
        boolean isMember =
                method.is("public") || in.type().kind() == kiro.code.JavaType.Kind.INTERFACE;
        return in.packageName().equals(from.packageName())
                ? !method.is("private")
                : isMember && in.type().is("public");
    }

    /// Who calls is known by such an object, and nobody is answered with it.
    private boolean isCaller(ProjectType type) {
        return project.caller()
                .flatMap(Caller::type)
                .filter(one -> isSame(one.type(), type))
                .isPresent();
    }

    private static boolean isSame(ProjectType a, ProjectType b) {
        return a.qualifiedName().equals(b.qualifiedName());
    }

    private Optional<String> fieldOf(ProjectType owner, ProjectType type) {
        return owner.type().fields().stream()
                .filter(field ->
                        project.sources()
                                .resolve(field.type(), owner.file())
                                .filter(found -> isSame(found, type))
                                .isPresent())
                .map(JavaField::name)
                .findFirst();
    }

    private static ResponseForm own(ProjectType body, ProjectType in, JavaMethod method) {
        return form(
                body,
                method.name() + "(%s)",
                method.is("static") ? Optional.of(in) : Optional.empty());
    }

    private static ResponseForm ofClass(ProjectType body, ProjectType in, JavaMethod method) {
        return form(body, in.name() + "." + method.name() + "(%s)", Optional.of(in));
    }

    private static ResponseForm form(
            ProjectType body, String conversion, Optional<ProjectType> maker) {
        return new ResponseForm(
                body.name(),
                Optional.of(body.qualifiedName()),
                Optional.of(conversion),
                maker.map(ProjectType::qualifiedName),
                false,
                fields(body));
    }

    private static List<String> fields(ProjectType type) {
        return DomainType.of(type).properties().stream().map(Property::name).toList();
    }
}
