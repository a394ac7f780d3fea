#compdef fairlead
# Completion of fairlead in zsh.

_fairlead() {
  local line word
  local -a found ends
  while IFS= read -r line; do
    case $line in
      :files*)
        ends=(${=line#:files})
        compset -P '--*='
        # Unlike _files, this offers no other files if there is none of these.
        _path_files -g "*(-/) *(${(j:|:)ends})"
        ;;
      :folders)
        compset -P '--*='
        _files -/
        ;;
      *)
        word=${line%%$'\t'*}
        found+=("${word//:/\\:}:${line#*$'\t'}")
        ;;
    esac
  done < <("${(Q)words[1]}" __complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)
  [[ $#found -eq 0 ]] || _describe fairlead found
}

if [[ $funcstack[1] == _fairlead ]]; then
  # A file of $fpath, which zsh loads when it is first needed.
  _fairlead "$@"
else
  compdef _fairlead fairlead
fi
