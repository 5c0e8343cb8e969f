package kiro.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The templates that come with the program.
final class BuiltInTemplates {
    static final List<String> NAMES =
            List.of(
                    "background-job",
                    "bug-fix",
                    "database-migration",
                    "infrastructure-change",
                    "integration",
                    "rest-api-endpoint");

    static final String ORIGIN = "built in";

    private BuiltInTemplates() {}

    static SpecTemplate template(String name) {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        for (String file : TemplateReader.FILES) {
            resource(name + "/" + file)
                    .ifPresent(bytes -> files.put(file, TemplateReader.body(bytes)));
        }
        byte[] bytes = resource(name + SpecStore.SUFFIX).orElseThrow();
        return switch (TemplateReader.read(
                name, ORIGIN, Optional.of(new TemplateReader.Source(name + ".md", bytes)), files)) {
            case TemplateReading.Whole whole -> whole.template();
            case TemplateReading.Broken broken ->
                    throw new IllegalStateException(broken.findings().toString());
        };
    }

    private static Optional<byte[]> resource(String name) {
        try (InputStream in =
                BuiltInTemplates.class.getResourceAsStream("/kiro/template/" + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
