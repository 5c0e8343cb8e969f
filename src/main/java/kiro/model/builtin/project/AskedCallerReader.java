package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.code.JavaCall;
import kiro.code.JavaField;
import kiro.code.JavaMethod;

/// Finds a class that controllers ask who calls, with what they have of the request: `sessions.keeper(request)`.
final class AskedCallerReader {
    private static final String VALUES = "String|[Ll]ong|UUID|Integer|int";
    private static final String ID =
            "(?i)(get|require|current|the|my|by|of|from|for|resolve|authenticate|check|check(ed)?)*(signedIn|loggedIn|current)?(user|caller|account|member|customer|principal|subject|login|person)?(id|name|login|username|email|user|caller|account|member|customer|principal|subject|person)?";

    private final Sources sources;
    private final Refusals refusals;
    private final AskedArguments arguments;

    AskedCallerReader(Sources sources, Failures failures) {
        this.sources = sources;
        this.refusals = new Refusals(failures);
        this.arguments = new AskedArguments(sources);
    }

    /// A method of a class that is asked, by the name with which a controller reaches it.
    private record Target(ProjectType type, JavaMethod method, Caller.Reach reach) {}

    /// A question of a controller, and what keeps it from being asked elsewhere; empty where nothing does.
    private record Found(Target target, Optional<Caller> caller, String obstacle) {
        String key() {
            return target.type().qualifiedName() + "#" + target.method().name();
        }
    }

    /// The caller by the question that most methods of controllers ask.
    Optional<Caller> caller(List<Controller> controllers) {
        List<Found> found =
                found(controllers).stream().filter(one -> one.caller().isPresent()).toList();
        Map<String, Integer> counts = new LinkedHashMap<>();
        found.forEach(one -> counts.merge(one.key(), 1, Integer::sum));
        return found.stream()
                .max(
                        java.util.Comparator.comparingInt(
                                one -> counts.getOrDefault(one.key(), 0) * 2 + ranked(one)))
                .flatMap(Found::caller);
    }

    /// A class that is asked by a field can be asked by any controller.
    private static int ranked(Found found) {
        return found.target().reach() == Caller.Reach.OWN ? 0 : 1;
    }

    /// Why controllers' questions for callers were not understood, each with class and method.
    List<String> reasons(List<Controller> controllers) {
        return found(controllers).stream()
                .filter(one -> one.caller().isEmpty())
                .map(Found::obstacle)
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
    }

    private List<Found> found(List<Controller> controllers) {
        var found = new ArrayList<Found>();
        for (Controller controller : controllers) {
            for (Mapping mapping : controller.mappings()) {
                for (JavaCall call : mapping.method().calls()) {
                    target(controller.type(), call)
                            .flatMap(target ->
                                    asked(controller.type(), mapping.method(), call, target))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private Optional<Target> target(ProjectType controller, JavaCall call) {
        String name = call.target().replaceFirst("^this\\.?", "");
        if (name.isEmpty()) {
            return ReachedCode.above(sources, controller)
                    .flatMap(type -> methods(type, call).map(one -> target(type, one)))
                    .findFirst();
        }
        Optional<Target> byField =
                controller
                        .type()
                        .field(name)
                        .map(JavaField::type)
                        .flatMap(type -> sources.resolve(type, controller.file()))
                        .flatMap(type -> first(type, call, Caller.Reach.FIELD));
        return byField.or(() ->
                Character.isUpperCase(name.charAt(0))
                        ? sources.resolve(name, controller.file())
                                .flatMap(type -> first(type, call, Caller.Reach.CLASS))
                        : Optional.empty());
    }

    private static Target target(ProjectType type, JavaMethod method) {
        return new Target(type, method, Caller.Reach.OWN);
    }

    private static Optional<Target> first(ProjectType type, JavaCall call, Caller.Reach reach) {
        return methods(type, call)
                .filter(method -> (reach == Caller.Reach.CLASS) == method.is("static"))
                .map(method -> new Target(type, method, reach))
                .findFirst();
    }

    private static Stream<JavaMethod> methods(ProjectType type, JavaCall call) {
        return type.type().methods().stream()
                .filter(method -> method.name().equals(call.name()))
                .filter(method -> method.parameters().size() == call.arguments().size());
    }

    /// Empty where a call is about something else than who sends the request.
    private Optional<Found> asked(
            ProjectType controller, JavaMethod method, JavaCall call, Target target) {
        Optional<AskedArguments.Read> read = arguments.read(controller, method, call);
        if (read.isEmpty()) {
            return arguments.hasSome(controller, method, call)
                    ? other(controller, method, target)
                    : Optional.empty();
        }
        if (call.arguments().isEmpty() && !knowsRequest(target)) {
            return Optional.empty();
        }
        TypeName answer = TypeName.of(target.method().returnType());
        boolean isOptional = answer.raw().equals("Optional");
        String type = isOptional ? answer.element().raw() : answer.raw();
        Optional<ProjectType> own = sources.resolve(type, target.type().file());
        boolean isCaller =
                own.flatMap(one -> CallerReader.identifying(DomainType.of(one))).isPresent()
                        || (type.matches(VALUES) && target.method().name().matches(ID));
        if (!isCaller) {
            return call.arguments().isEmpty()
                    ? Optional.empty()
                    : other(controller, method, target);
        }
        AskedSentence sentence =
                AskedSentence.of(
                        controller.file().text(),
                        method,
                        call,
                        isOptional,
                        own.isPresent() ? type : "");
        String obstacle = obstacle(controller, method, target, sentence);
        return Optional.of(
                new Found(
                        target,
                        obstacle.isEmpty()
                                ? Optional.of(caller(controller, target, read.get(), sentence, own))
                                : Optional.empty(),
                        obstacle));
    }

    /// A question that refuses strangers, and does not tell who is none.
    private Optional<Found> other(ProjectType controller, JavaMethod method, Target target) {
        return refusals.isRaised(ReachedCode.of(sources, target.type(), target.method()).text())
                ? Optional.of(
                        new Found(
                                target,
                                Optional.empty(),
                                "%s.%s asks %s.%s, which refuses strangers: let it take the request alone and answer with a caller who has an id"
                                        .formatted(
                                                controller.name(),
                                                method.name(),
                                                target.type().name(),
                                                target.method().name())))
                : Optional.empty();
    }

    private String obstacle(
            ProjectType controller, JavaMethod method, Target target, AskedSentence sentence) {
        String asked = target.type().name() + "." + target.method().name();
        if (!sentence.isWhole()) {
            return "%s.%s asks %s who calls and answers strangers itself, in a way that no other method can repeat: let %s raise what is answered with 401"
                    .formatted(controller.name(), method.name(), asked, asked);
        }
        String reached =
                ReachedCode.of(sources, target.type(), target.method()).text()
                        + sentence.refusals();
        return refusals.isRaised(reached)
                ? ""
                : "%s.%s asks %s who calls, and what it raises for strangers is not answered with 401: let it raise an exception that is"
                        .formatted(controller.name(), method.name(), asked);
    }

    /// Whether a class knows the request without being given it.
    private boolean knowsRequest(Target target) {
        return target.reach() != Caller.Reach.OWN
                && ReachedCode.of(sources, target.type(), target.method())
                        .types()
                        .anyMatch(type ->
                                type.file()
                                        .text()
                                        .matches(
                                                "(?s).*(RequestContextHolder|HttpServletRequest|HttpSession|SecurityContextHolder|ThreadLocal|RequestScope).*"));
    }

    private Caller caller(
            ProjectType controller,
            Target target,
            AskedArguments.Read read,
            AskedSentence sentence,
            Optional<ProjectType> own) {
        var imports = new ArrayList<String>();
        own.ifPresent(type -> imports.add(type.qualifiedName()));
        if (target.reach() == Caller.Reach.CLASS) {
            imports.add(target.type().qualifiedName());
        }
        imports.addAll(
                arguments.named(controller, String.join(" ", read.before()) + sentence.all()));
        Optional<Property> id = own.flatMap(type -> CallerReader.identifying(DomainType.of(type)));
        String answered = TypeName.of(target.method().returnType()).raw();
        String valueType =
                answered.equals("Optional")
                        ? TypeName.of(target.method().returnType()).element().raw()
                        : answered;
        String idType = id.map(Property::type).orElse(valueType);
        return new Caller(
                "",
                sentence.variable() + id.map(Property::read).orElse(""),
                idType,
                id.isEmpty()
                        ? sentence.variable()
                        : idType.equals("String") ? "username" : "callerId",
                imports,
                new Caller.Source.Asked(
                        target.type(),
                        target.method(),
                        target.reach(),
                        sentence.target(),
                        new Caller.Question(
                                read.given(),
                                read.before(),
                                arguments.inlined(sentence.expression(), controller),
                                sentence.after()),
                        own.map(ProjectType::name).orElse(valueType),
                        sentence.variable()),
                own.map(DomainType::of));
    }
}
