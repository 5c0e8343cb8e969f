package kiro.evidence;

import kiro.spec.CriterionRef;
import kiro.text.SourceSpan;
import kiro.workspace.WorkspacePath;

/// A test that may be meant for a criterion, since both speak of the same request and answer. It is shown and never counted.
///
/// @param request such as `PUT /users/{id} 403`
public record SuggestedLink(
        CriterionRef criterion, TestId test, WorkspacePath file, SourceSpan span, String request) {}
