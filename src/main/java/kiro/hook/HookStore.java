package kiro.hook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.finding.Slips;
import kiro.persona.Shelf;
import kiro.persona.Shelves;
import kiro.text.FrontMatter;
import kiro.text.JsonTree;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;
import kiro.text.ValueTree;
import kiro.text.YamlTree;
import kiro.workspace.Workspace;

/// The files that hooks stand in: the project's, and the person's own.
public final class HookStore {
    static final int MAX_BYTES = 256 * 1024;
    private static final String FILE = "hooks.yaml";

    private final List<Shelf> hooks;
    private final List<Shelf> agents;
    private final Supplier<BiPredicate<String, byte[]>> trust;

    private HookStore(
            List<Shelf> hooks, List<Shelf> agents, Supplier<BiPredicate<String, byte[]>> trust) {
        this.hooks = List.copyOf(hooks);
        this.agents = List.copyOf(agents);
        this.trust = trust;
    }

    /// @param trust whether a person trusts a file of the project, by its path and its bytes; asked for anew at each reading
    public static HookStore of(
            Map<String, String> environment,
            Path home,
            Workspace workspace,
            Supplier<BiPredicate<String, byte[]>> trust) {
        return new HookStore(
                Shelves.of("hooks", environment, home, workspace),
                Shelves.of("agents", environment, home, workspace),
                trust);
    }

    /// What the files say.
    ///
    /// @param hooks in the order of files and lines; without those of agents, which only run with these
    /// @param ofAgents the hooks in agents' files, by the agent's name
    /// @param files how many files were read
    public record Reading(
            List<Hook> hooks, Map<String, List<Hook>> ofAgents, List<Finding> findings, int files) {
        public Reading {
            hooks = List.copyOf(hooks);
            ofAgents = Map.copyOf(ofAgents);
            findings = List.copyOf(findings);
        }

        /// Whether a file does not say what its author meant: then none runs.
        public boolean isBroken() {
            return findings.stream().anyMatch(each -> each.severity() == Severity.ERROR);
        }

        /// Those of the files of hooks, and those of one agent.
        public List<Hook> with(String agent) {
            var all = new ArrayList<>(hooks);
            all.addAll(ofAgents.getOrDefault(agent, List.of()));
            return all;
        }

        /// All of them, those of agents last.
        public List<Hook> all() {
            var all = new ArrayList<>(hooks);
            ofAgents.keySet().stream().sorted().map(ofAgents::get).forEach(all::addAll);
            return all;
        }
    }

    public Reading read() {
        var reading = new Reader();
        for (Shelf shelf : hooks) {
            reading.ownFile(shelf);
            shelf.files(name -> name.endsWith(".json") || name.endsWith(".kiro.hook"))
                    .forEach(found -> reading.kiros(shelf, found));
        }
        for (Shelf shelf : agents) {
            shelf.files(name -> name.endsWith(".json") || name.endsWith(".md"))
                    .forEach(found -> reading.agents(shelf, found));
        }
        reading.names();
        return new Reading(
                reading.found,
                reading.ofAgents,
                reading.findings.stream().sorted(Finding.ORDER).toList(),
                reading.files);
    }

    /// What has been read so far.
    private final class Reader {
        private final List<Hook> found = new ArrayList<>();
        private final Map<String, List<Hook>> ofAgents = new HashMap<>();
        private final List<Finding> findings = new ArrayList<>();
        private final BiPredicate<String, byte[]> trusted = trust.get();
        private int files;

        void ownFile(Shelf shelf) {
            Path file = shelf.folder().resolveSibling(FILE);
            String label = shelf.label().replaceFirst("hooks$", FILE);
            if (Files.exists(file)) {
                var named = new Shelf.Found(file, FILE, label);
                read(shelf, named)
                        .ifPresent(text -> {
                            var slips = new Slips("hooks", label);
                            found.addAll(
                                    new OwnHooksReader(slips, source(shelf, label, text))
                                            .read(text.text()));
                            findings.addAll(slips.findings());
                        });
            }
        }

        void kiros(Shelf shelf, Shelf.Found file) {
            read(shelf, file)
                    .ifPresent(text -> {
                        var slips = new Slips("hooks", file.label());
                        var reader = new KiroHooksReader(slips, source(shelf, file.label(), text));
                        if (file.name().endsWith(".json")) {
                            found.addAll(reader.current(text.text()));
                        } else {
                            reader.older(text.text()).ifPresent(found::add);
                        }
                        findings.addAll(slips.findings());
                    });
        }

        /// A file of an agent that is broken is said where agents are.
        void agents(Shelf shelf, Shelf.Found file) {
            if (!(shelf.read(file.file(), MAX_BYTES) instanceof Shelf.Content.Text text)) {
                return;
            }
            TextDocument document = text.document();
            boolean isJson = file.name().endsWith(".json");
            ValueTree.Reading reading =
                    isJson
                            ? JsonTree.read(document.text())
                            : YamlTree.read(
                                    FrontMatter.of(document).map(FrontMatter::yaml).orElse(""), 1);
            if (reading instanceof ValueTree.Reading.Whole whole) {
                whole.fields()
                        .find("hooks")
                        .filter(field -> field.value() instanceof ValueTree.Fields)
                        .ifPresent(field ->
                                agent(shelf, file, document, (ValueTree.Fields) field.value()));
            }
        }

        private void agent(
                Shelf shelf, Shelf.Found file, TextDocument document, ValueTree.Fields hooks) {
            String agent = file.name().replaceFirst("\\.(md|json)$", "");
            var slips = new Slips("hooks", file.label());
            List<Hook> own =
                    new KiroHooksReader(slips, source(shelf, file.label(), document))
                            .ofAgent(hooks, agent);
            ofAgents.putIfAbsent(agent, own);
            findings.addAll(slips.findings());
            files++;
        }

        private HookSource source(Shelf shelf, String label, TextDocument text) {
            return new HookSource(label, !shelf.isProjects() || trusted.test(label, text.bytes()));
        }

        private Optional<TextDocument> read(Shelf shelf, Shelf.Found file) {
            files++;
            return switch (shelf.read(file.file(), MAX_BYTES)) {
                case Shelf.Content.Text text -> Optional.of(text.document());
                case Shelf.Content.Unreadable unreadable -> {
                    findings.add(
                            Finding.error(
                                    "hooks/unreadable",
                                    file.label(),
                                    unreadable.span(),
                                    "the hooks cannot be read: " + unreadable.reason(),
                                    "put a readable file in its place, or remove it"));
                    yield Optional.empty();
                }
            };
        }

        /// A person names one hook by its name.
        void names() {
            Set<String> names = new HashSet<>();
            for (Hook hook : found) {
                if (!names.add(hook.name()) && hook.source().format() != Hook.Format.YAML) {
                    findings.add(
                            Finding.warning(
                                    "hooks/twice",
                                    hook.source().file(),
                                    new SourceSpan(
                                            hook.source().line(), 1, hook.source().line(), 1),
                                    "another hook has the name '%s' too".formatted(hook.name()),
                                    "rename one of them"));
                }
            }
        }
    }
}
