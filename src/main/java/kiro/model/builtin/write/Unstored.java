package kiro.model.builtin.write;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kiro.code.JavaReader;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.Paths;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.spec.rest.EndpointReading;
import kiro.spec.rest.EndpointSpec;
import kiro.spec.rest.Field;
import kiro.spec.rest.HttpMethod;

/// Finds the resources of a spec that a project does not store: those that a request makes anew, under a word of the path
/// that names nothing in the project.
final class Unstored {
    private final JavaReader reader;
    private final SpringProject project;
    private final EndpointReading reading;

    Unstored(JavaReader reader, SpringProject project, EndpointReading reading) {
        this.reader = reader;
        this.project = project;
        this.reading = reading;
    }

    String path(EndpointSpec endpoint) {
        return new Placer(project).path(endpoint);
    }

    /// What a path is about: its last word, where some request of the spec makes such a thing, else what is stored.
    String word(String path) {
        return reading.endpoints().stream()
                .map(one -> made(path(one)))
                .flatMap(Optional::stream)
                .filter(word -> Paths.segments(path).stream().anyMatch(one -> word(one, word)))
                .filter(word -> maker(word).isPresent())
                .findFirst()
                .orElseGet(() -> Placer.resourceWord(path));
    }

    private static boolean word(String segment, String word) {
        return !Paths.isParameter(segment) && singular(segment).equals(word);
    }

    private static String singular(String segment) {
        return Names.singular(Names.camel(segment));
    }

    /// What is drawn for a resource that is not stored; empty where it is stored, or nothing makes it.
    Optional<NewResource> resource(String word) {
        return maker(word)
                .flatMap(maker -> {
                    Optional<Storage> parent = parent(path(maker));
                    var wants =
                            new Wants(
                                    maker,
                                    reading.outcomes().stream()
                                            .filter(one -> one.route().equals(maker.route()))
                                            .toList());
                    return model(parent)
                            .map(model ->
                                    new NewResource(reader, project, model, parent, word, wants));
                });
    }

    /// The request that makes a thing of this word, which the project does not know.
    private Optional<EndpointSpec> maker(String word) {
        return reading.endpoints().stream()
                .filter(one -> one.route().method() == HttpMethod.POST)
                .filter(one -> made(path(one)).filter(word::equals).isPresent())
                .filter(one -> !one.request().body().isEmpty())
                .filter(one -> isUnknown(one, word))
                .findFirst();
    }

    /// The word for one of what a path ends in, where that is a plural: `review` of `/talks/{id}/reviews`.
    private static Optional<String> made(String path) {
        List<String> segments = Paths.segments(path);
        if (segments.isEmpty() || Paths.isParameter(segments.getLast())) {
            return Optional.empty();
        }
        long parameters = segments.stream().filter(Paths::isParameter).count();
        boolean isBehindId =
                segments.size() > 2 && Paths.isParameter(segments.get(segments.size() - 2));
        String word = singular(segments.getLast());
        boolean isPlural = !word.equals(Names.camel(segments.getLast()));
        return isPlural && (parameters == 0 || (parameters == 1 && isBehindId))
                ? Optional.of(word)
                : Optional.empty();
    }

    /// Whether nothing that the project stores is called so, holds such things, or has what is sent.
    private boolean isUnknown(EndpointSpec maker, String word) {
        List<String> segments = Paths.segments(path(maker));
        Optional<Storage> parent = parent(path(maker));
        boolean isNested =
                segments.size() > 2 && Paths.isParameter(segments.get(segments.size() - 2));
        if (isNested && parent.isEmpty()) {
            return false;
        }
        boolean isHeld =
                parent.filter(one ->
                                one.resource().property(Names.plural(word)).isPresent()
                                        || one.resource().property(word + "s").isPresent())
                        .isPresent();
        return !isHeld
                && project.storages().stream()
                        .noneMatch(one -> isCalled(one, word, parent) || has(one, maker));
    }

    private static boolean isCalled(Storage storage, String word, Optional<Storage> parent) {
        String name = storage.resource().name();
        return Placer.isNamed(name, word)
                || parent.filter(one ->
                                name.equalsIgnoreCase(one.resource().name() + word)
                                        || name.equalsIgnoreCase(Layout.noun(one) + word))
                        .isPresent();
    }

    private static boolean has(Storage storage, EndpointSpec maker) {
        return maker.request().body().stream()
                .map(Field::name)
                .allMatch(name -> storage.resource().property(name).isPresent());
    }

    /// What is stored under the word before the path's parameter.
    private Optional<Storage> parent(String path) {
        List<String> segments = Paths.segments(path);
        int size = segments.size();
        if (size < 3 || !Paths.isParameter(segments.get(size - 2))) {
            return Optional.empty();
        }
        String word = singular(segments.get(size - 3));
        return project.storages().stream()
                .filter(one -> Placer.isNamed(one.resource().name(), word))
                .filter(one -> one.resource().id().isPresent())
                .findFirst();
    }

    /// What is stored in a way that can be followed: what the new belongs to, else what is kept as most others are.
    private Optional<Storage> model(Optional<Storage> parent) {
        List<Storage> known =
                project.storages().stream()
                        .filter(one -> one.kind() != Storage.Kind.MAP)
                        .filter(one -> !(one.backing() instanceof Backing.Unknown))
                        .filter(one -> one.resource().id().isPresent())
                        .toList();
        return parent.filter(known::contains)
                .or(() -> known.stream().min(Comparator.comparingInt(one -> -alike(one, known))));
    }

    private static int alike(Storage one, List<Storage> all) {
        return (int)
                all.stream()
                        .filter(other ->
                                other.backing().getClass().equals(one.backing().getClass()))
                        .count();
    }
}
