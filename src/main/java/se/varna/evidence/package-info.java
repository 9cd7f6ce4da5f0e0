/** Evidence: files that people have saved, kept as they came, searched for harmful code, and who has had them since. */
@org.springframework.modulith.ApplicationModule(displayName = "Bevis")
package se.varna.evidence;
