package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.TypeName;

/// A list that the project answers with already, and whether what a spec asks of it in addition can be added safely: to
/// what it finds now, so that it answers the same where nothing is asked for.
final class ExistingList {
    private static final Pattern BODY =
            Pattern.compile(
                    "\\{\\s*return\\s+(?:ResponseEntity\\s*\\.\\s*ok\\s*\\(\\s*)?(\\w+)\\s*\\.\\s*(\\w+)\\s*\\(\\s*\\)"
                            + "(?:\\s*\\.\\s*stream\\s*\\(\\s*\\)\\s*\\.\\s*map\\s*\\(\\s*([\\w:]+)\\s*\\)"
                            + "\\s*\\.\\s*(?:toList\\s*\\(\\s*\\)|collect\\s*\\(\\s*(?:Collectors\\s*\\.\\s*)?toList\\s*\\(\\s*\\)\\s*\\)))?"
                            + "\\s*\\)?\\s*;\\s*\\}");

    private final SpringProject project;
    private final Place place;
    private final Wants wants;

    ExistingList(SpringProject project, Place place, Wants wants) {
        this.project = project;
        this.place = place;
        this.wants = wants;
    }

    /// Whether the spec asks for something that the list cannot do, as it takes nothing off a request.
    boolean lacks() {
        ListingReader.Reading reading = ListingReader.read(project, place, wants);
        return place.action() == Action.LIST
                && place.existing().isPresent()
                && place.piece().isEmpty()
                && !place.endpoint().request().query().isEmpty()
                && !(takesQuery() && reading.obstacles().isEmpty() && areTaken(reading.listing()));
    }

    private boolean takesQuery() {
        return !method().parameters().isEmpty();
    }

    private boolean areTaken(Listing listing) {
        return listing.query().stream()
                .allMatch(field ->
                        method().parameters().stream()
                                .anyMatch(one -> one.name().equals(field.name())));
    }

    private JavaMethod method() {
        return place.existing().orElseThrow().method();
    }

    /// Why the list is left as it is; empty where it can do more.
    Optional<String> obstacle() {
        ListingReader.Reading reading = ListingReader.read(project, place, wants);
        if (!reading.obstacles().isEmpty()) {
            return Optional.of(String.join("; ", reading.obstacles()));
        }
        if (takesQuery()) {
            return Optional.of("it takes something off the request already");
        }
        if (reading.listing().envelope().isPresent()) {
            return Optional.of("it answers a list, and the spec asks for an object around it");
        }
        if (place.parent().isPresent() || ListWriter.ownOnly(place, wants)) {
            return Optional.of("whose the resources are has to be asked there");
        }
        if (wants.endpoint().rateLimit().isPresent()) {
            return Optional.of("the spec limits how often it may be used");
        }
        if (call(place).isEmpty()) {
            return Optional.of("it does more than to answer with what one call finds");
        }
        if (isCalled()) {
            return Optional.of("other code calls it");
        }
        return form().isEmpty()
                ? Optional.of("its elements have other fields than the spec lists")
                : Optional.empty();
    }

    /// How its elements become parts of the answer, which stays as it is; empty where the spec lists other fields.
    private Optional<ResponseForm> form() {
        String element = element(method().returnType());
        Optional<ResponseForm> known = new ResponseForms(project).known(place);
        Matcher body = BODY.matcher(method().body().orElse(""));
        String map = body.matches() && body.group(3) != null ? body.group(3) : "";
        if (element.equals(place.resource().name())) {
            return Optional.of(
                            new ResponseForm(
                                    element,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    false,
                                    List.of()))
                    .filter(_ -> map.isEmpty() && known.isEmpty());
        }
        return known.filter(form -> form.type().equals(element) && !form.inHolder())
                .filter(form -> form.function().equals(map));
    }

    private static String element(String returned) {
        return returned.replaceAll(".*<", "").replaceAll(">.*", "").strip();
    }

    /// The call with which all is found, as the class that does the work writes it; empty where there is no such.
    static Optional<String> call(Place place) {
        Optional<String> body = place.existing().flatMap(one -> one.method().body());
        Matcher found = BODY.matcher(body.orElse(""));
        if (!found.matches()) {
            return Optional.empty();
        }
        String target = found.group(1);
        String name = found.group(2);
        if (place.holder().isController()) {
            boolean isList =
                    place.storage()
                            .operation(Operation.Kind.LIST)
                            .filter(one -> one.method().equals(name))
                            .filter(one -> one.result() == Operation.Result.COLLECTION)
                            .isPresent();
            return target.equals(place.storageName())
                            && (isList || isFinder(place.storage().owner(), place, name))
                    ? Optional.of(target + "." + name + "()")
                    : Optional.empty();
        }
        return place.holder().field().equals(Optional.of(target))
                        && isFinder(place.holder().type(), place, name)
                ? Optional.of(name + "()")
                : Optional.empty();
    }

    private static boolean isFinder(ProjectType type, Place place, String name) {
        List<JavaMethod> named =
                type.type().methods().stream().filter(one -> one.name().equals(name)).toList();
        return named.size() == 1
                && named.getFirst().parameters().isEmpty()
                && TypeName.of(named.getFirst().returnType()).raw().matches("List|Collection|Set")
                && element(named.getFirst().returnType()).equals(place.resource().name());
    }

    /// Whether anything beside the framework may call the method, which would not compile any more.
    private boolean isCalled() {
        String controller = place.controller().type().name();
        Pattern call =
                Pattern.compile("\\.\\s*" + method().name() + "\\s*\\(|::" + method().name());
        return Stream.concat(
                        project.sources().types().stream(), project.sources().testTypes().stream())
                .filter(type -> !type.name().equals(controller))
                .map(type -> type.file().text())
                .anyMatch(text ->
                        Pattern.compile("\\b" + controller + "\\b").matcher(text).find()
                                && call.matcher(text).find());
    }

    /// The line of a plan on a list that is left as it is.
    String kept(String reason) {
        return "I do not change %s, because %s"
                .formatted(place.controller().type().name() + "." + method().name(), reason);
    }
}
