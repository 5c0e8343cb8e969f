package kiro.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.text.OwnFile;
import kiro.text.SourceSpan;

/// The two files of settings, and changes of them.
public final class ConfigFiles {
    private static final String TEAM_FILE = ".kiro/config.yaml";
    private static final String PATTERNS = "risk.paths.";

    private final Path persons;
    private final String personsLabel;
    private final Path teams;

    /// @param home the person's home folder
    /// @param root the project's root folder
    public ConfigFiles(Map<String, String> environment, Path home, Path root) {
        String moved = environment.getOrDefault("KIRO_HOME", "").strip();
        Path folder = moved.isEmpty() ? home.resolve(".kiro") : Path.of(moved);
        this.persons = folder.resolve("config.yaml");
        this.personsLabel = moved.isEmpty() ? "~/.kiro/config.yaml" : folder + "/config.yaml";
        this.teams = root.resolve(TEAM_FILE);
    }

    /// Whose settings a file holds.
    public enum Owner {
        PERSON,
        TEAM
    }

    /// What came of a change.
    public sealed interface Change {
        /// @param file as messages name it
        record Written(String file) implements Change {}

        /// The file says so already.
        record Unchanged(String file) implements Change {}

        /// Nothing was written: what has to be repaired first, or is not to stand there.
        record Refused(List<Finding> findings) implements Change {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /// The file as messages name it.
    public String label(Owner owner) {
        return owner == Owner.TEAM ? TEAM_FILE : personsLabel;
    }

    ConfigFile read(Owner owner) {
        return ConfigFile.read(file(owner), label(owner), owner == Owner.TEAM);
    }

    /// The person's own file, which may not be there.
    public Path persons() {
        return persons;
    }

    private Path file(Owner owner) {
        return owner == Owner.TEAM ? teams : persons;
    }

    /// Sets a setting in a file, which is made where there is none. What else stands in it stays as it is.
    ///
    /// @param text of the setting's type, the items of a list on a line each
    public Change set(Owner owner, ConfigKey key, String text) throws IOException {
        boolean isTheirs =
                owner == Owner.PERSON || key.teams().filter(type -> type.fits(text)).isPresent();
        if (!isTheirs) {
            return refused(
                    owner,
                    "forbidden-here",
                    key.name()
                            + " cannot be set to this here: a project's file never says what runs, where"
                            + " credentials go or that nobody is asked",
                    "set it for yourself, without --project");
        }
        ConfigContent content = ConfigContent.of(file(owner), label(owner), owner == Owner.TEAM);
        if (!content.problems().isEmpty()) {
            return new Change.Refused(content.problems());
        }
        if (content.meaning().value(key.name()).equals(Optional.of(text))) {
            return new Change.Unchanged(label(owner));
        }
        var before = new ConfigText(content.text());
        for (String form : ConfigScalar.forms(key.type(), text)) {
            Optional<String> next = before.with(path(key.name()), form);
            if (next.isPresent() && content.differsIn(key.name(), Optional.of(text), next.get())) {
                return written(owner, key, content, next.get());
            }
        }
        return notUnderstood(owner, content, key);
    }

    /// Takes a setting out of a file, with the groups that have nothing left.
    public Change unset(Owner owner, ConfigKey key) throws IOException {
        ConfigContent content = ConfigContent.of(file(owner), label(owner), owner == Owner.TEAM);
        if (!content.problems().isEmpty()) {
            return new Change.Refused(content.problems());
        }
        Optional<String> next = new ConfigText(content.text()).without(path(key.name()));
        if (next.isEmpty()) {
            return content.meaning().errors().isEmpty()
                    ? new Change.Unchanged(label(owner))
                    : notUnderstood(owner, content, key);
        }
        return content.differsIn(key.name(), Optional.empty(), next.get())
                ? written(owner, key, content, next.get())
                : notUnderstood(owner, content, key);
    }

    private Change written(Owner owner, ConfigKey key, ConfigContent content, String next)
            throws IOException {
        var file = new OwnFile(file(owner));
        String text = content.marked(next);
        boolean isPrivate =
                owner == Owner.PERSON
                        && (key.type() instanceof ValueType.Hidden || !Files.exists(persons));
        if (isPrivate) {
            file.replacePrivately(text);
        } else {
            file.replace(text);
        }
        return new Change.Written(label(owner));
    }

    /// What is broken beside the setting is said; what is not is written in a way that is not understood.
    private Change notUnderstood(Owner owner, ConfigContent content, ConfigKey key) {
        List<Finding> errors = content.meaning().errors();
        return errors.isEmpty()
                ? refused(
                        owner,
                        "not-changed",
                        "the file is written in a way in which "
                                + key.name()
                                + " cannot be changed",
                        "change it by hand; docs/formats/config.md says how settings are written")
                : new Change.Refused(errors);
    }

    private Change refused(Owner owner, String rule, String message, String fix) {
        return new Change.Refused(
                List.of(
                        Finding.error(
                                "config/" + rule, label(owner), SourceSpan.start(), message, fix)));
    }

    private static List<String> path(String name) {
        return name.startsWith(PATTERNS)
                ? List.of("risk", "paths", name.substring(PATTERNS.length()))
                : List.of(name.split("\\."));
    }
}
