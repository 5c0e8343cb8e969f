package kiro.agent;

import java.util.List;
import kiro.session.SessionId;

/// What a run begins with, besides its task.
///
/// @param version of this program
/// @param remarks what a person should know before it begins
public record RunSetting(
        SessionId session,
        String version,
        ProjectView project,
        Role role,
        Crew crew,
        Limits limits,
        List<String> remarks) {
    public RunSetting {
        remarks = List.copyOf(remarks);
    }

    /// A run without a part to play, that can give work to nobody.
    public RunSetting(
            SessionId session,
            String version,
            ProjectView project,
            Limits limits,
            List<String> remarks) {
        this(session, version, project, Role.OWN, Crew.NONE, limits, remarks);
    }

    /// The same, where hooks have something to say to the model at the beginning.
    ///
    /// @param context may be empty
    public RunSetting told(String context) {
        return context.isEmpty()
                ? this
                : new RunSetting(
                        session, version, project, role.told(context), crew, limits, remarks);
    }
}
