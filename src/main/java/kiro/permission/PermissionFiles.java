package kiro.permission;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.text.Hash;
import kiro.text.SourceSpan;

/// The files that hold the rules for a workspace. That which lies in it can only make the others stricter, unless
/// a person trusts it: a clone cannot grant itself rights.
public final class PermissionFiles {
    private static final String REPOSITORY = ".kiro/permissions.yaml";
    static final int MAX_BYTES = 256 * 1024;

    private final List<Source> sources;

    private final Trust trust;
    private final Path ownFolder;

    private PermissionFiles(List<Source> sources, Trust trust, Path ownFolder) {
        this.sources = List.copyOf(sources);
        this.trust = trust;
        this.ownFolder = ownFolder;
    }

    /// A file that may hold rules.
    ///
    /// @param label as messages name it
    public record Source(Origin origin, Path file, String label) {}

    /// What came out of reading them.
    public sealed interface Reading {
        record Whole(PermissionRules rules, List<Finding> warnings) implements Reading {
            public Whole {
                warnings = List.copyOf(warnings);
            }
        }

        /// A file that does not say what its author meant: nothing may run until it does.
        record Broken(List<Finding> findings) implements Reading {
            public Broken {
                findings = List.copyOf(findings);
            }
        }
    }

    /// @param organisation where the file of whoever looks after the machine is
    /// @param home the person's home folder
    /// @param root the workspace's folder
    public static PermissionFiles of(
            Path organisation, Map<String, String> environment, Path home, Path root) {
        String moved = environment.getOrDefault("KIRO_HOME", "").strip();
        Path folder = moved.isEmpty() ? home.resolve(".kiro") : Path.of(moved);
        String shown = moved.isEmpty() ? "~/.kiro" : moved;
        String own = "workspace-roots/" + Hash.of(root.toString()).hex().substring(0, 16);
        String project = own + "/permissions.yaml";
        String user = "settings/permissions.yaml";
        return new PermissionFiles(
                List.of(
                        new Source(Origin.ORGANISATION, organisation, organisation.toString()),
                        new Source(Origin.USER, folder.resolve(user), shown + "/" + user),
                        new Source(Origin.PROJECT, folder.resolve(project), shown + "/" + project),
                        new Source(Origin.REPOSITORY, root.resolve(REPOSITORY), REPOSITORY)),
                new Trust(folder.resolve(own).resolve("trust"), root),
                folder.resolve(own));
    }

    public List<Source> sources() {
        return sources;
    }

    /// What a person trusts in the workspace.
    public Trust trust() {
        return trust;
    }

    /// The person's own folder for the workspace, outside of it.
    public Path ownFolder() {
        return ownFolder;
    }

    /// The file for this one workspace, to which standing permissions are added.
    Source project() {
        return sources.stream()
                .filter(source -> source.origin() == Origin.PROJECT)
                .findFirst()
                .orElseThrow();
    }

    public Reading read() {
        var rules = new ArrayList<PermissionRule>();
        var findings = new ArrayList<Finding>();
        for (Source source : sources) {
            read(source, rules, findings);
        }
        findings.sort(Finding.ORDER);
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)
                ? new Reading.Broken(findings)
                : new Reading.Whole(new PermissionRules(rules), findings);
    }

    private void read(Source source, List<PermissionRule> rules, List<Finding> findings) {
        byte[] bytes;
        try (var in = Files.newInputStream(source.file())) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException | NotDirectoryException missing) {
            return;
        } catch (IOException unreadable) {
            findings.add(error(source, "unreadable", "cannot be read: " + unreadable.getMessage()));
            return;
        }
        if (bytes.length > MAX_BYTES) {
            findings.add(error(source, "too-large", "is longer than " + MAX_BYTES + " bytes"));
            return;
        }
        if (isWritableByOthers(source)) {
            findings.add(
                    error(
                            source,
                            "writable-by-others",
                            "can be written by other people on this machine"));
            return;
        }
        var reader = new PermissionFileReader(source.origin(), source.label());
        reader.read(new String(bytes, StandardCharsets.UTF_8));
        findings.addAll(reader.findings());
        boolean counts =
                source.origin() != Origin.REPOSITORY
                        || reader.rules().stream().noneMatch(PermissionFiles::allows)
                        || trust.allows(REPOSITORY, bytes);
        if (!counts) {
            findings.add(
                    Finding.warning(
                            "permissions/untrusted",
                            source.label(),
                            SourceSpan.start(),
                            "what it allows does not count: the project is not trusted as it is now",
                            "look at it, and run 'kiro trust'"));
        }
        reader.rules().stream().filter(rule -> counts || !allows(rule)).forEach(rules::add);
    }

    private static boolean allows(PermissionRule rule) {
        return rule.effect() == Ruling.Decision.ALLOW;
    }

    private static Finding error(Source source, String rule, String problem) {
        return Finding.error(
                "permissions/" + rule,
                source.label(),
                SourceSpan.start(),
                source.label() + " " + problem,
                "make it a file of rules that only its owner can write");
    }

    /// A person's group is often theirs alone; that of whoever looks after the machine is not.
    private static boolean isWritableByOthers(Source source) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(source.file());
            boolean isGroups =
                    source.origin() == Origin.ORGANISATION
                            && permissions.contains(PosixFilePermission.GROUP_WRITE);
            return isGroups || permissions.contains(PosixFilePermission.OTHERS_WRITE);
        } catch (UnsupportedOperationException | IOException notPosix) {
            return false;
        }
    }
}
