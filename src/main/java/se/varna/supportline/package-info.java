/** The support line's watch: who answers and when, and hours that nobody has. */
@org.springframework.modulith.ApplicationModule(displayName = "Stödtelefonen")
package se.varna.supportline;
