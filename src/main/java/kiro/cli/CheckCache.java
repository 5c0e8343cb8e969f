package kiro.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import kiro.spec.rule.RuleLevels;
import kiro.text.Hash;
import kiro.workspace.Workspace;

/// Where the results of checks are kept between runs: in the person's own cache folder, so that no clone brings
/// results with it.
public final class CheckCache {
    private static final String FORM = "1";

    private final Path folder;
    private final Supplier<Optional<Hash>> build;

    /// @param folder where files that can be made again may be kept
    /// @param build tells builds of this program apart, as another may find other things; where it cannot, nothing is
    ///     kept
    public CheckCache(Path folder, Supplier<Optional<Hash>> build) {
        this.folder = folder;
        this.build = build;
    }

    /// What is kept of a project for these levels.
    KeptChecks open(Workspace workspace, RuleLevels levels) {
        return build.get()
                .map(program ->
                        KeptChecks.open(file(workspace.root()), key(program, levels.written())))
                .orElseGet(KeptChecks::none);
    }

    /// Everything that findings depend on, apart from the specs: messages hold numbers as the language writes them.
    private static Hash key(Hash program, String levels) {
        return Hash.of(
                String.join(
                        "\n",
                        FORM,
                        program.hex(),
                        Runtime.version().toString(),
                        Locale.getDefault().toLanguageTag(),
                        levels));
    }

    private Path file(Path root) {
        byte[] path = root.toString().getBytes(StandardCharsets.UTF_8);
        return folder.resolve(Hash.of(path).hex().substring(0, 24));
    }
}
