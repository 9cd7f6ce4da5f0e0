/** The demo: a directory of roles to sign in as, and a mailbox to look into. Never part of production. */
@org.springframework.modulith.ApplicationModule(displayName = "Demo")
package se.varna.demo;
