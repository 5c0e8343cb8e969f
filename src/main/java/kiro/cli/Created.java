package kiro.cli;

import java.util.Optional;
import kiro.draft.Drafted;
import kiro.spec.SpecForm;
import kiro.spec.SpecName;
import kiro.spec.SpecReading;
import kiro.spec.SpecTemplate;
import kiro.workspace.WorkspacePath;

/// A spec that was just made.
///
/// @param place its file or folder
/// @param reading as it is read from there
record Created(
        SpecName name,
        WorkspacePath place,
        SpecTemplate from,
        SpecForm form,
        SpecReading reading,
        Optional<Proposed> proposed) {

    /// What a model proposed of it.
    record Proposed(String model, Drafted.Proposed words) {}
}
