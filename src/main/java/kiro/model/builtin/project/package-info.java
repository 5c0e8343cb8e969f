/// A Spring MVC project as its sources show it: where things are, and how this team writes them.
@NullMarked
package kiro.model.builtin.project;

import org.jspecify.annotations.NullMarked;
