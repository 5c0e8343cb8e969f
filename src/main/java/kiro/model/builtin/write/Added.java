package kiro.model.builtin.write;

import kiro.model.builtin.project.ProjectType;

/// One more thing that a class is given to work with.
///
/// @param to the class
/// @param given the type of the thing
/// @param name the class's name for it
record Added(ProjectType to, ProjectType given, String name) {}
