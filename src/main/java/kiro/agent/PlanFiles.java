package kiro.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import kiro.plan.Plan;
import kiro.plan.PlanMarkdown;
import kiro.secret.SecretMask;
import kiro.session.SessionId;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// Keeps plans in `.kiro/plans`, one file a run, without secrets: they lie in the project.
public final class PlanFiles {
    private static final WorkspacePath FOLDER = WorkspacePath.of(".kiro/plans");
    private static final int NAME_LENGTH = 40;

    private final WorkspaceFiles files;
    private final SecretMask secrets;

    public PlanFiles(WorkspaceFiles files, SecretMask secrets) {
        this.files = files;
        this.secrets = secrets;
    }

    /// The file for the plan of a run: named after the spec, or the task, and the session.
    WorkspacePath fileFor(AgentTask task, SessionId session) {
        String name =
                task.spec()
                        .map(spec -> spec.name().value())
                        .orElseGet(() -> slug(secrets.maskCertain(task.words())));
        return FOLDER.child(name + "-" + session + ".md");
    }

    /// The file for a plan that is nobody's but the run's own.
    WorkspacePath ownFile(SessionId session) {
        return WorkspacePath.of(".kiro/sessions/" + session + "/plan.md");
    }

    /// What a run that was killed has left of a plan half written goes.
    void save(Plan plan, WorkspacePath file) {
        try {
            files.entries().sweep(List.of(file));
            String text = secrets.maskCertain(PlanMarkdown.write(plan));
            files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot save the plan " + file, cause);
        }
    }

    private static String slug(String words) {
        String plain =
                words.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        String cut = plain.length() > NAME_LENGTH ? plain.substring(0, NAME_LENGTH) : plain;
        return cut.isEmpty() ? "task" : cut.replaceAll("-$", "");
    }
}
