package kiro.hook.run;

import java.time.Instant;
import java.util.Optional;
import kiro.text.Hash;

/// Who wrote which files of late: hooks and the agent say what they write, and whoever watches files asks.
public interface WriteOrigins {
    /// Where nothing is known, everything is a person's.
    WriteOrigins UNKNOWN = (_, _, _) -> Cause.PERSON;

    /// Who brought a change about.
    ///
    /// @param path from the workspace's root
    /// @param content what the file holds now; empty where it is gone
    /// @param when it happened, as well as that is known
    Cause of(String path, Optional<Hash> content, Instant when);
}
