/// How the tests of a project talk to its endpoints: what is sent and checked, in the words of the test
/// client that the project uses.
@NullMarked
package kiro.model.builtin.talk;

import org.jspecify.annotations.NullMarked;
