/// What a person should repair, from every checker, in one form.
@NullMarked
package kiro.finding;

import org.jspecify.annotations.NullMarked;
