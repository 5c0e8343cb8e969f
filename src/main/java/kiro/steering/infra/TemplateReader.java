package kiro.steering.infra;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import kiro.steering.infra.Resource.Form;
import kiro.steering.infra.Template.Reading;

/// Finds out what a file says of infrastructure.
final class TemplateReader {
    private static final Reading OTHER = new Reading.Other();
    private static final String RESOURCES = "Resources";
    private static final String TYPE = "Type";

    private TemplateReader() {}

    /// @param path whose end says how the file is written
    static Reading read(String path, byte[] bytes) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (name.endsWith(".tf")) {
            return of(HclSettings.read(text), root -> terraform(root, hcl(root)));
        }
        if (name.endsWith(".tf.json")) {
            return of(JsonSettings.read(text), root -> terraform(root, json(root)));
        }
        boolean isJson = name.endsWith(".json") || text.stripLeading().startsWith("{");
        boolean isTemplate = isJson || name.endsWith(".yaml") || name.endsWith(".yml");
        if ((!isTemplate && !name.endsWith(".template")) || !maySayAnything(text)) {
            return OTHER;
        }
        return of(
                isJson ? JsonSettings.read(text) : YamlSettings.read(text),
                TemplateReader::cloudFormation);
    }

    /// Most files of these forms are about something else, and need not be read.
    private static boolean maySayAnything(String text) {
        return (text.contains(RESOURCES) && text.contains("::")) || text.contains("Statement");
    }

    private static Reading of(Setting.Reading read, Function<Setting.Block, Reading> found) {
        return switch (read) {
            case Setting.Reading.Whole(Setting.Block root) -> found.apply(root);
            case Setting.Reading.Broken broken ->
                    new Reading.Broken(broken.span(), broken.problem());
        };
    }

    private static Reading cloudFormation(Setting.Block root) {
        var resources = new ArrayList<Resource>();
        root.blocks(RESOURCES)
                .flatMap(block -> block.entries().stream())
                .forEach(entry ->
                        entry.value()
                                .blocks()
                                .forEach(block ->
                                        block.find(TYPE)
                                                .flatMap(Setting::word)
                                                .filter(type -> type.contains("::"))
                                                .map(type -> resource(type, entry, block))
                                                .ifPresent(resources::add)));
        List<PolicyStatement> policies =
                resources.isEmpty()
                        ? PolicyStatements.alone(root)
                        : resources.stream().flatMap(PolicyStatements::of).toList();
        return resources.isEmpty() && policies.isEmpty()
                ? OTHER
                : new Reading.Whole(new Template(root, resources, policies));
    }

    private static Resource resource(String type, Setting.Entry entry, Setting.Block block) {
        return new Resource(
                Form.CLOUDFORMATION,
                type,
                entry.key(),
                entry.span(),
                block.blocks("Properties")
                        .findFirst()
                        .orElseGet(() -> new Setting.Block(List.of(), List.of(), block.span())));
    }

    private static Reading terraform(Setting.Block root, List<Resource> resources) {
        List<PolicyStatement> policies =
                Stream.concat(
                                resources.stream().flatMap(PolicyStatements::of),
                                PolicyStatements.documents(root))
                        .toList();
        return new Reading.Whole(new Template(root, resources, policies));
    }

    private static List<Resource> hcl(Setting.Block root) {
        var resources = new ArrayList<Resource>();
        for (Setting.Entry entry : root.entries()) {
            if (entry.key().equals("resource")
                    && entry.value() instanceof Setting.Block block
                    && block.labels().size() == 2) {
                resources.add(
                        new Resource(
                                Form.TERRAFORM,
                                block.labels().getFirst(),
                                block.labels().getLast(),
                                entry.span(),
                                block));
            }
        }
        return resources;
    }

    private static List<Resource> json(Setting.Block root) {
        var resources = new ArrayList<Resource>();
        for (Setting.Block types : root.blocks("resource").toList()) {
            for (Setting.Entry type : types.entries()) {
                for (Setting.Block names : type.value().blocks().toList()) {
                    for (Setting.Entry name : names.entries()) {
                        name.value()
                                .blocks()
                                .map(settings ->
                                        new Resource(
                                                Form.TERRAFORM,
                                                type.key(),
                                                name.key(),
                                                name.span(),
                                                settings))
                                .forEach(resources::add);
                    }
                }
            }
        }
        return resources;
    }
}
