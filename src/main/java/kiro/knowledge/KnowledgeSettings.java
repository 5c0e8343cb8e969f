package kiro.knowledge;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.config.Config;
import kiro.config.ConfigValue;
import kiro.finding.Finding;
import kiro.text.PathGlob;
import kiro.text.SourceSpan;

/// What the settings say of knowledge.
///
/// @param sources sorted by name
/// @param results how many passages a search answers
/// @param embedding the model that makes vectors, such as `ollama/nomic-embed-text`
/// @param findings what is left out, and why
public record KnowledgeSettings(
        List<KnowledgeSource> sources,
        int results,
        Optional<ConfigValue> embedding,
        List<Finding> findings) {
    private static final int USUAL_RESULTS = 5;
    private static final String TEAMS = ".kiro/config.yaml:";
    private static final List<String> GROUPS =
            List.of("knowledge.sources", "knowledge.folders", "knowledge.bases");

    public KnowledgeSettings {
        sources = List.copyOf(sources);
        findings = List.copyOf(findings);
    }

    /// @param home the person's home folder
    public static KnowledgeSettings of(Config config, Path home) {
        var reading = new Reading(home);
        GROUPS.forEach(group ->
                config.below(group).forEach((name, value) -> reading.add(group, name, value)));
        return new KnowledgeSettings(
                reading.sources.values().stream()
                        .sorted((a, b) -> a.name().compareTo(b.name()))
                        .toList(),
                Math.min(
                        config.positiveNumber("knowledge.results").orElse(USUAL_RESULTS),
                        Question.MOST),
                config.find("knowledge.embedding"),
                reading.findings);
    }

    public List<KnowledgeSource> local() {
        return sources.stream().filter(KnowledgeSource::isLocal).toList();
    }

    public List<KnowledgeSource.Base> bases() {
        return sources.stream()
                .filter(KnowledgeSource.Base.class::isInstance)
                .map(KnowledgeSource.Base.class::cast)
                .toList();
    }

    private static final class Reading {
        private final Path home;
        private final Map<String, KnowledgeSource> sources = new HashMap<>();
        private final List<Finding> findings = new ArrayList<>();

        private Reading(Path home) {
            this.home = home;
        }

        private void add(String group, String name, ConfigValue value) {
            KnowledgeSource other = sources.get(name);
            if (other != null) {
                problem(
                        "same-name",
                        value,
                        "%s.%s is left out: %s calls another source so"
                                .formatted(group, name, other.origin()),
                        "give one of the two another name");
                return;
            }
            switch (group) {
                case "knowledge.sources" -> sources.put(name, files(name, value));
                case "knowledge.folders" ->
                        folder(name, value).ifPresent(folder -> sources.put(name, folder));
                default -> sources.put(name, base(name, value));
            }
        }

        private static KnowledgeSource files(String name, ConfigValue value) {
            return new KnowledgeSource.Files(
                    name,
                    value.origin(),
                    value.text().lines().flatMap(glob -> PathGlob.parse(glob).stream()).toList());
        }

        private Optional<KnowledgeSource> folder(String name, ConfigValue value) {
            try {
                String text = value.text();
                Path folder =
                        text.equals("~")
                                ? home
                                : text.startsWith("~/")
                                        ? home.resolve(text.substring(2))
                                        : Path.of(text);
                if (folder.isAbsolute()) {
                    return Optional.of(
                            new KnowledgeSource.Folder(name, value.origin(), folder.normalize()));
                }
            } catch (InvalidPathException unusable) {
                // said below
            }
            problem(
                    "no-folder",
                    value,
                    "knowledge.folders.%s is left out: '%s' is no folder's path from the root or from ~"
                            .formatted(name, value.text()),
                    "write it like ~/runbooks; what lies in the project is named by knowledge.sources");
            return Optional.empty();
        }

        /// An id, an id behind a region, or an ARN, which has both.
        private static KnowledgeSource base(String name, ConfigValue value) {
            String text = value.text();
            String[] parts = text.split(":");
            Optional<String> region =
                    text.startsWith("arn:")
                            ? Optional.of(parts[3])
                            : text.contains("/")
                                    ? Optional.of(text.substring(0, text.indexOf('/')))
                                    : Optional.empty();
            return new KnowledgeSource.Base(
                    name,
                    value.origin(),
                    text.substring(text.lastIndexOf('/') + 1),
                    region,
                    !value.origin().startsWith(TEAMS));
        }

        private void problem(String rule, ConfigValue value, String message, String fix) {
            int colon = value.origin().lastIndexOf(':');
            String line = value.origin().substring(colon + 1);
            boolean isLine = line.matches("[0-9]{1,6}");
            findings.add(
                    Finding.warning(
                            "knowledge/" + rule,
                            isLine ? value.origin().substring(0, colon) : value.origin(),
                            isLine
                                    ? SourceSpan.ofLine(Integer.parseInt(line), 0)
                                    : SourceSpan.start(),
                            message,
                            fix));
        }
    }
}
