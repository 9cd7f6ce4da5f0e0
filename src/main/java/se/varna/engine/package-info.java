/** The Camunda engine's set-up: what it may remember, who it knows, and how the rest of Värna talks to it. */
@org.springframework.modulith.ApplicationModule(displayName = "Processmotor")
package se.varna.engine;
