/// The steering of one project as a whole: what its sentences are worth there, and the check that follows from them.
@NullMarked
package kiro.steering.project;

import org.jspecify.annotations.NullMarked;
