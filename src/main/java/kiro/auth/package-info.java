/// What a person is signed in with, as this program keeps it: keys of models, and how AWS is signed in to.
@NullMarked
package kiro.auth;

import org.jspecify.annotations.NullMarked;
