package kiro.agent;

import kiro.session.SessionId;

/// What a run begins with, besides its task.
///
/// @param version of this program
public record RunSetting(SessionId session, String version, ProjectView project, Limits limits) {}
