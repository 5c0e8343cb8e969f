package kiro.steering.infra;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiro.steering.source.ProjectFiles;

/// What the other files of a project say of one of Terraform: the values of its folder, and the tags that a provider gives to all.
final class Surroundings {
    private static final int DEEPEST = 8;
    private static final String DEFAULT_TAGS = "default_tags";

    private final ProjectFiles project;
    private final String path;
    private final Setting.Block own;

    /// @param own what the file itself says, as it is going to be
    Surroundings(ProjectFiles project, String path, Setting.Block own) {
        this.project = project;
        this.path = path;
        this.own = own;
    }

    /// The value behind a reference, where the folder writes it down for good; the value itself where it is none.
    ///
    /// @param withDefaults whether what a variable has when nobody sets it counts
    Setting resolved(Setting value, boolean withDefaults) {
        return resolved(value, withDefaults, 0);
    }

    private Setting resolved(Setting value, boolean withDefaults, int depth) {
        if (!(value instanceof Setting.Computed computed) || depth > DEEPEST) {
            return value;
        }
        String[] names = computed.source().split("\\.", -1);
        Optional<Setting> known =
                names.length == 2 ? named(names[0], names[1], withDefaults) : Optional.empty();
        return known.map(found -> resolved(found, withDefaults, depth + 1)).orElse(value);
    }

    private Optional<Setting> named(String kind, String name, boolean withDefaults) {
        return switch (kind) {
            case "local" -> local(name);
            case "var" -> withDefaults ? variable(name) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Setting> local(String name) {
        return module().flatMap(root -> root.blocks("locals"))
                .flatMap(locals -> locals.all(name))
                .findFirst();
    }

    private Optional<Setting> variable(String name) {
        return module().flatMap(root -> root.blocks("variable"))
                .filter(variable -> variable.labels().equals(List.of(name)))
                .flatMap(variable -> variable.all("default"))
                .findFirst();
    }

    /// The files of the same folder, this one first.
    private Stream<Setting.Block> module() {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return Stream.concat(
                Stream.of(own),
                terraform()
                        .filter(each -> !each.equals(path) && each.startsWith(folder))
                        .filter(each -> each.indexOf('/', folder.length()) < 0)
                        .flatMap(this::root));
    }

    private Stream<String> terraform() {
        return project.paths().stream().filter(each -> each.endsWith(".tf"));
    }

    private Stream<Setting.Block> root(String other) {
        return project.read(other).stream()
                .map(bytes -> HclSettings.read(new String(bytes, StandardCharsets.UTF_8)))
                .flatMap(read ->
                        read instanceof Setting.Reading.Whole(Setting.Block root)
                                ? Stream.of(root)
                                : Stream.empty());
    }

    /// The keys of tags that a provider puts onto everything; empty where it puts on what is known only when it is run.
    Optional<Set<String>> defaultTags() {
        var keys = new HashSet<String>();
        List<Setting> tags =
                Stream.concat(Stream.of(own), speakingOfDefaults())
                        .flatMap(root -> root.blocks("provider"))
                        .flatMap(provider -> provider.blocks(DEFAULT_TAGS))
                        .flatMap(block -> block.all("tags"))
                        .toList();
        for (Setting each : tags) {
            Optional<Set<String>> known = Tags.keys(each, this);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            keys.addAll(known.get());
        }
        return Optional.of(keys);
    }

    private Stream<Setting.Block> speakingOfDefaults() {
        return terraform()
                .filter(each -> !each.equals(path))
                .filter(each ->
                        project.read(each)
                                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                                .filter(text -> text.contains(DEFAULT_TAGS))
                                .isPresent())
                .flatMap(this::root);
    }
}
