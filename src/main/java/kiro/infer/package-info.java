/// Code to a retrospective spec: what the code does, told with the place of every statement.
@NullMarked
package kiro.infer;

import org.jspecify.annotations.NullMarked;
