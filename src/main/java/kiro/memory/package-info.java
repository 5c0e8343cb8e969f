/// What outlives a session: facts about a project with where each comes from and what it rests on.
@NullMarked
package kiro.memory;

import org.jspecify.annotations.NullMarked;
