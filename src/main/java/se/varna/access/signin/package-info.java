/**
 * Who may come in: by the city's identity provider, or in the demo by a password; how long a session lasts, what every
 * answer's headers say, and the settings that the application refuses to start with.
 */
package se.varna.access.signin;
