package kiro.evidence;

import kiro.spec.CriterionRef;
import kiro.text.Hash;
import kiro.text.SourceSpan;
import kiro.workspace.WorkspacePath;

/// A test names a criterion.
///
/// @param span where the name of the criterion stands
/// @param body the digest of the test's own text
public record TestLink(
        CriterionRef criterion, TestId test, WorkspacePath file, SourceSpan span, Hash body) {}
